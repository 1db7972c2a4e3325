"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { useToast } from "#components/ui/toast";
import { messages } from "#lib/i18n/messages";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import type { CaseForDesk } from "#lib/services/cases/get-case";
import { addExhibitAction, removeExhibitAction } from "../actions";
import { useEditor } from "./editor-context";
import { ExhibitFinder } from "./exhibit-finder";
import { ExhibitItem } from "./exhibit-item";
import { moved } from "./item-buttons";

type Props = {
  /** Saves what was typed, so that the server's answer holds it. */
  saveFirst: () => Promise<boolean>;
  /** Takes the case as it stands after the change. */
  onChanged: (caseFile: CaseForDesk) => void;
};

/** The exhibits: their order and captions are part of the draft; adding and removing them is logged at once. */
export function ExhibitsSection({ saveFirst, onChanged }: Props) {
  const { caseId, locale, draft, change, readOnly } = useEditor();
  const { cases, common, errors } = messages(locale);
  const words = cases.exhibits;
  const toast = useToast();
  const [isFinding, setFinding] = useState(false);
  const fail = (code: keyof typeof errors) => toast.show({ title: errors[code], kind: "problem" });

  async function add(input: Parameters<typeof addExhibitAction>[0]): Promise<void> {
    await saveFirst();
    const result = await addExhibitAction(input).catch(() => null);
    if (!result?.ok) return fail(result?.error.code ?? "not_reached");
    onChanged(result.data.caseFile);
    toast.show({ title: result.data.change.added ? words.added : words.already });
  }

  async function remove(exhibitId: string): Promise<void> {
    await saveFirst();
    const result = await removeExhibitAction({ caseId, exhibitId }).catch(() => null);
    if (!result?.ok) return fail(result?.error.code ?? "not_reached");
    onChanged(result.data.caseFile);
    const { undo } = result.data.change;
    toast.show({ title: words.removed, action: { label: common.actions.undo, onPress: () => void add(undo) } });
  }

  const setExhibits = (next: (exhibits: typeof draft.exhibits) => typeof draft.exhibits) =>
    change((now) => ({ ...now, exhibits: next(now.exhibits) }));
  return (
    <>
      <p className="mb-4 max-w-measure text-base text-ink-soft">{words.lead}</p>
      {draft.exhibits.length === 0 && <p className="mb-4 text-base text-ink-faint">{words.empty}</p>}
      <ol className="flex flex-col gap-5">
        {draft.exhibits.map((exhibit, index) => (
          <li key={exhibit.id}>
            <ExhibitItem
              exhibit={exhibit}
              index={index}
              count={draft.exhibits.length}
              onCaption={(caption) =>
                setExhibits((all) => all.map((each) => (each.id === exhibit.id ? { ...each, caption } : each)))
              }
              onMove={(to) => setExhibits((all) => moved(all, index, to))}
              onRemove={() => void remove(exhibit.id)}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button icon="plus" className="mt-6" aria-expanded={isFinding} onClick={() => setFinding((open) => !open)}>
          {words.add}
        </Button>
      )}
      {isFinding && !readOnly && <ExhibitFinder onAdd={(target: ExhibitTarget) => add({ caseId, target })} />}
      {readOnly && draft.exhibits.length > 0 && <Notice className="mt-4">{cases.editor.readOnly}</Notice>}
    </>
  );
}
