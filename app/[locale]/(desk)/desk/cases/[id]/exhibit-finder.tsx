"use client";

import { useCallback, useEffect, useState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Notice } from "#components/ui/notice";
import { Spinner } from "#components/ui/spinner";
import type { ErrorCode } from "#lib/errors";
import { messages } from "#lib/i18n/messages";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import type { ExhibitCandidate } from "#lib/services/cases/find-exhibit-candidates";
import type { SuppliedItem } from "#lib/services/supplied/list-supplied";
import { findCandidatesAction } from "../actions";
import { CandidateItem, SuppliedCandidate } from "./candidate-item";
import { useEditor } from "./editor-context";

type Found = { items: ExhibitCandidate[]; supplied: SuppliedItem[] } | { code: ErrorCode } | null;

/** Looks through the archive for captures, posts and supplied files to put into the case. */
export function ExhibitFinder({ onAdd }: { onAdd: (target: ExhibitTarget) => Promise<void> }) {
  const { locale } = useEditor();
  const { cases, errors } = messages(locale);
  const words = cases.exhibits;
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Found>(null);

  const find = useCallback(async (text: string) => {
    setFound(null);
    const result = await findCandidatesAction(text).catch(() => null);
    if (!result) setFound({ code: "not_reached" });
    else setFound(result.ok ? result.data : { code: result.error.code });
  }, []);
  useEffect(() => void find(""), [find]);

  return (
    <search aria-label={words.finder} className="mt-4 block border border-edge bg-sheet p-4">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void find(query);
        }}
      >
        <Field label={words.finder} hint={words.finderHint} className="grow basis-64">
          <Input type="search" dir="auto" value={query} onChange={(event) => setQuery(event.target.value)} />
        </Field>
        <Button type="submit" className="sm:mb-7">
          {words.find}
        </Button>
      </form>
      <div aria-live="polite" className="mt-3">
        {!found && <Spinner />}
        {found && "code" in found && <Notice tone="bad" title={errors[found.code]} />}
        {found && "items" in found && found.items.length + found.supplied.length === 0 && (
          <p className="text-base text-ink-soft">{words.nothing}</p>
        )}
        {found && "items" in found && (
          <ul className="max-h-128 overflow-y-auto">
            {found.items.map((item) => (
              <CandidateItem key={item.captureId} locale={locale} item={item} onAdd={onAdd} />
            ))}
            {found.supplied.map((item) => (
              <SuppliedCandidate key={item.id} locale={locale} item={item} onAdd={onAdd} />
            ))}
          </ul>
        )}
      </div>
    </search>
  );
}
