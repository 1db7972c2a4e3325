"use client";

import { SampleMark } from "#components/evidence/sample-notice";
import { cx } from "#components/ui/cx";
import { LinkButton } from "#components/ui/link-button";
import { otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseForDesk } from "#lib/services/cases/get-case";
import { StatusMark } from "../status-mark";
import { type LanguageView, useEditor } from "./editor-context";
import { SaveStateLine } from "./save-state-line";
import type { SaveState } from "./use-case-draft";

type Props = {
  caseFile: CaseForDesk;
  saveState: SaveState;
  onView: (view: LanguageView) => void;
  onRetry: () => void;
};

const PARTS = ["heading", "story", "claims", "timeline", "exhibits", "method", "review"] as const;

/** Stays on top: which case, where it stands, whether it is saved, which languages are shown. */
export function EditorHeader({ caseFile, saveState, onView, onRetry }: Props) {
  const { locale, draft, view, languages } = useEditor();
  const { cases } = messages(locale);
  const title = draft.title[locale] || draft.title[otherLocale(locale)] || cases.untitled;
  const views: { value: LanguageView; label: string }[] = [
    { value: "both", label: cases.editor.both },
    { value: "ar", label: cases.inLanguage.ar },
    { value: "en", label: cases.inLanguage.en },
  ];
  return (
    <>
      <header className="mb-2">
        <div className="mb-1 flex flex-wrap items-center gap-2">
          <StatusMark locale={locale} status={caseFile.status} />
          {caseFile.isSample && <SampleMark locale={locale} />}
          <span className="text-sm text-ink-soft">
            {caseFile.published && (caseFile.status === "draft" || caseFile.status === "in_review")
              ? cases.correcting(caseFile.published.number)
              : cases.statusHint[caseFile.status]}
          </span>
        </div>
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <h1 className="min-w-0 max-w-measure font-serif text-3xl font-semibold">
            <bdi>{title}</bdi>
          </h1>
          <div className="flex flex-wrap gap-2">
            <LinkButton href={`/${locale}/desk/cases/${caseFile.id}/preview`} size="sm" icon="page">
              {cases.editor.preview}
            </LinkButton>
            {caseFile.published && (
              <LinkButton href={`/${locale}/cases/${draft.slug}`} size="sm" variant="quiet" icon="leave">
                {cases.editor.publicPage}
              </LinkButton>
            )}
          </div>
        </div>
      </header>
      <div className="sticky top-14 z-20 md:top-0 -mx-1 mb-6 border-b border-ink bg-paper px-1 pt-2">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <SaveStateLine
            locale={locale}
            state={saveState}
            lastChange={{ at: caseFile.updatedAt, by: caseFile.lastEditedBy }}
            onRetry={onRetry}
          />
          {languages.length > 1 && (
            <fieldset className="flex gap-1">
              <legend className="sr-only">{cases.editor.languages}</legend>
              {views.map(({ value, label }) => (
                <button
                  key={value}
                  type="button"
                  aria-pressed={view === value}
                  onClick={() => onView(value)}
                  className={cx(
                    "min-h-8 rounded-md px-2.5 text-sm",
                    value === "both" && "max-lg:hidden",
                    view === value || (view === "both" && value === locale)
                      ? "max-lg:bg-ink max-lg:text-paper"
                      : "max-lg:text-ink-soft",
                    view === value ? "lg:bg-ink lg:text-paper" : "lg:text-ink-soft lg:hover:bg-wash",
                  )}
                >
                  {label}
                </button>
              ))}
            </fieldset>
          )}
        </div>
        <nav aria-label={cases.editor.sections} className="flex gap-4 overflow-x-auto pb-1 text-sm">
          {PARTS.map((name) => (
            <a
              key={name}
              href={`#part-${name}`}
              className="inline-flex min-h-8 shrink-0 items-center text-ink-soft hover:text-ink hover:underline"
            >
              {cases.parts[name]}
            </a>
          ))}
        </nav>
      </div>
    </>
  );
}
