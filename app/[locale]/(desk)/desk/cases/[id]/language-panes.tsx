"use client";

import type { ReactNode } from "react";
import { cx } from "#components/ui/cx";
import type { CaseLocale } from "#lib/core/cases/types";
import { useEditor } from "./editor-context";

/** The same thing in the case's languages: beside each other, or the one that was chosen. */
export function LanguagePanes({ children }: { children: (language: CaseLocale) => ReactNode }) {
  const { locale, languages, view } = useEditor();
  const ordered = [...languages].sort((a) => (a === locale ? -1 : 1));
  const first = ordered[0];
  const isSplit = view === "both" && ordered.length > 1;
  // A language that is the only one is shown whatever was chosen.
  const shows = (language: CaseLocale) => ordered.length === 1 || view === "both" || view === language;
  return (
    <div className={cx("grid gap-x-6 gap-y-4", isSplit && "lg:grid-cols-2")}>
      {ordered.map((language) => (
        <div
          key={language}
          hidden={!shows(language)}
          className={cx("min-w-0", isSplit && language !== first && "max-lg:hidden")}
        >
          {children(language)}
        </div>
      ))}
    </div>
  );
}
