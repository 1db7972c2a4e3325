"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { FileCheck } from "#lib/services/captures/check-files";
import { checkFilesAction } from "../actions";

/** Computes every hash again on the server and says which files hold. */
export function CheckFiles({ locale, captureId }: { locale: Locale; captureId: string }) {
  const { captures, submit } = messages(locale);
  const { detail } = captures;
  const [result, setResult] = useState<ActionResult<FileCheck> | "lost" | null>(null);
  const [isChecking, start] = useTransition();
  const check = () =>
    start(async () => {
      setResult(await checkFilesAction(captureId).catch(() => "lost" as const));
    });
  return (
    <div className="mb-4 flex flex-col items-start gap-3">
      <Button size="sm" icon="seal" busy={isChecking} onClick={check}>
        {isChecking ? detail.checking : detail.check}
      </Button>
      {result === "lost" && (
        <Notice tone="bad" live>
          {submit.notReached}
        </Notice>
      )}
      {result && result !== "lost" && <Outcome locale={locale} result={result} />}
    </div>
  );
}

function Outcome({ locale, result }: { locale: Locale; result: ActionResult<FileCheck> }) {
  const { captures, errors } = messages(locale);
  const { detail } = captures;
  if (!result.ok) {
    return (
      <Notice tone="bad" live>
        {errors[result.error.code]}
      </Notice>
    );
  }
  const { allHold, files, manifest } = result.data;
  const broken = files.filter((file) => file.state !== "holds");
  return (
    <Notice tone={allHold ? "good" : "bad"} title={allHold ? detail.checkHolds(files.length) : detail.checkFails} live>
      {!allHold && <p>{detail.manifestState[manifest]}</p>}
      {broken.length > 0 && (
        <ul className="mt-1">
          {broken.map((file) => (
            <li key={file.name}>
              <bdi dir="ltr" className="font-mono text-[0.92em]">
                {file.name}
              </bdi>
              : {detail.fileState[file.state]}
            </li>
          ))}
        </ul>
      )}
      {allHold && <p className="text-sm text-ink-soft">{detail.checkLimit}</p>}
    </Notice>
  );
}
