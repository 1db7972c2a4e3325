"use client";

import { createContext, useContext } from "react";
import type { CaseProblem } from "#lib/core/cases/find-case-problems";
import type { CaseLocale } from "#lib/core/cases/types";
import type { Locale } from "#lib/i18n/locales";
import type { CaseDraft } from "#lib/schemas/case-draft";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";

/** Which language's texts are shown: one, or both beside each other where there is room. */
export type LanguageView = CaseLocale | "both";

export type Editor = {
  caseId: string;
  /** Of the interface, not of the texts. */
  locale: Locale;
  view: LanguageView;
  draft: CaseDraft;
  change: (next: (draft: CaseDraft) => CaseDraft) => void;
  exhibits: readonly SnapshotExhibit[];
  /** Languages that the case is meant for. */
  languages: readonly CaseLocale[];
  readOnly: boolean;
};

const EditorContext = createContext<Editor | null>(null);

export const EditorProvider = EditorContext.Provider;

/** The case being edited. Only inside the editor. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("useEditor outside of the case editor");
  return editor;
}

/** The id of the element that a problem of the checklist points at. */
export function anchorOf(problem: Pick<CaseProblem, "area" | "itemId" | "field" | "locale">): string {
  return ["at", problem.area, problem.itemId, problem.field, problem.locale].filter(Boolean).join("-");
}
