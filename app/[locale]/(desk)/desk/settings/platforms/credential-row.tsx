"use client";

import { useTransition } from "react";
import { Button } from "#components/ui/button";
import { Confirm } from "#components/ui/confirm";
import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ListedCredential } from "#lib/services/platforms/list-credentials";
import { revokeCredentialAction, testCredentialAction } from "./actions";

/** Names inside sentences keep their own direction (FSI … PDI). */
const isolate = (name: string) => `\u2068${name}\u2069`;

/** One stored access: what it is, whether it works, and nothing that opens anything. */
export function CredentialRow({ locale, credential }: { locale: Locale; credential: ListedCredential }) {
  const { platforms, evidence, errors, submit, common } = messages(locale);
  const words = platforms.settings;
  const [isBusy, start] = useTransition();
  const { show } = useToast();
  const { id, label, kind, platform, hint, endsAt, addedBy, addedAt, lastUsedAt, problem } = credential;
  const test = () =>
    start(async () => {
      const result = await testCredentialAction(id).catch(() => null);
      if (!result?.ok) return show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
      const { problem: found, asked } = result.data;
      if (found) show({ title: errors[found], kind: "problem" });
      else show({ title: asked ? words.testWorks : words.testOpens });
    });
  const remove = () =>
    start(async () => {
      const result = await revokeCredentialAction(id).catch(() => null);
      if (result?.ok) show({ title: words.removed });
      else show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
    });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-hairline py-3">
      <div className="min-w-0 grow basis-80">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          <bdi className="font-semibold">{label}</bdi>
          {problem ? (
            <Mark tone="bad" icon="alert">
              {common.outcome.error}
            </Mark>
          ) : (
            lastUsedAt && (
              <Mark tone="good" icon="check">
                {words.works}
              </Mark>
            )
          )}
        </p>
        <p className="text-sm text-ink-soft">
          {evidence.platform[platform]} · {words.kinds[kind]}
          {hint && (
            <>
              {" · "}
              {kind === "bearer_token" && `${words.endsWith} `}
              <bdi dir="ltr" className="font-mono text-[0.92em] wrap-anywhere">
                {hint}
              </bdi>
            </>
          )}
        </p>
        <p className="text-sm text-ink-faint">
          {words.added(isolate(addedBy))} <Time locale={locale} at={addedAt} /> ·{" "}
          {lastUsedAt ? (
            <>
              {words.lastUsed} <Time locale={locale} at={lastUsedAt} />
            </>
          ) : (
            words.neverUsed
          )}
          {endsAt && (
            <>
              {" · "}
              {words.ends} <Time locale={locale} at={endsAt} />
            </>
          )}
        </p>
        {problem && <p className="mt-1 max-w-measure text-sm text-bad">{errors[problem]}</p>}
      </div>
      <div className="flex gap-2">
        <Button busy={isBusy} onClick={test}>
          {words.test}
        </Button>
        <Confirm
          title={words.removeQuestion(isolate(label))}
          body={words.removeConsequence}
          confirmLabel={words.remove}
          cancelLabel={common.actions.cancel}
          danger
          onConfirm={remove}
          trigger={
            <Button variant="quiet" icon="trash" busy={isBusy}>
              {words.remove}
            </Button>
          }
        />
      </div>
    </li>
  );
}
