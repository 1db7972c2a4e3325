"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { splitDraft } from "#lib/core/cases/draft-parts";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseDraft } from "#lib/schemas/case-draft";
import { nameOfPart, printPart } from "./draft-part-words";
import type { DraftConflict } from "./use-case-draft";

type Props = {
  locale: Locale;
  mine: CaseDraft;
  conflict: DraftConflict;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onResolve: (takeTheirs: string[]) => void;
};

/** Both changed the same parts: shows theirs and mine of each, and keeps what is chosen. */
export function ConflictDialog({ locale, mine, conflict, open, onOpenChange, onResolve }: Props) {
  const { cases, common } = messages(locale);
  const words = cases.conflict;
  const [takeTheirs, setTakeTheirs] = useState<readonly string[]>([]);
  const parts = { mine: splitDraft(mine), theirs: splitDraft(conflict.theirs) };
  const name = conflict.savedBy || common.product;
  return (
    <Dialog
      size="lg"
      title={words.title}
      description={words.body(name)}
      closeLabel={common.actions.close}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <Button variant="quiet" onClick={() => onOpenChange(false)}>
            {words.later}
          </Button>
          <Button variant="primary" onClick={() => onResolve([...takeTheirs])}>
            {words.choose}
          </Button>
        </>
      }
    >
      <div className="flex max-h-[55dvh] flex-col gap-6 overflow-y-auto">
        {conflict.clashes.map((part) => (
          <fieldset key={part}>
            <legend className="mb-2 font-semibold">{nameOfPart(locale, part, mine, conflict.theirs)}</legend>
            <div className="grid gap-3 md:grid-cols-2">
              {(["mine", "theirs"] as const).map((side) => {
                const isTheirs = side === "theirs";
                return (
                  <label
                    key={side}
                    className="flex cursor-pointer flex-col gap-2 border border-edge p-3 has-checked:border-ink has-checked:bg-wash"
                  >
                    <span className="flex items-center gap-2 text-sm font-semibold">
                      <input
                        type="radio"
                        name={part}
                        checked={takeTheirs.includes(part) === isTheirs}
                        onChange={() =>
                          setTakeTheirs((now) => (isTheirs ? [...now, part] : now.filter((each) => each !== part)))
                        }
                      />
                      {isTheirs ? <bdi>{words.theirs(name)}</bdi> : words.mine}
                    </span>
                    <span dir="auto" className="max-h-60 overflow-y-auto font-serif text-lg whitespace-pre-line">
                      {printPart(locale, parts[side][part])}
                    </span>
                  </label>
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}
