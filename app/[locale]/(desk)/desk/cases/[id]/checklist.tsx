"use client";

import { Icon } from "#components/ui/icon";
import type { CaseProblem } from "#lib/core/cases/find-case-problems";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseDraft } from "#lib/schemas/case-draft";
import { anchorOf } from "./editor-context";

type Props = {
  locale: Locale;
  problems: CaseProblem[];
  draft: CaseDraft;
  onJump: (problem: CaseProblem) => void;
};

/** What has to be mended before the case can be published; each line leads to its place. */
export function Checklist({ locale, problems, draft, onJump }: Props) {
  const { review } = messages(locale).cases;
  if (problems.length === 0) {
    return (
      <p className="flex items-center gap-2 text-base">
        <Icon name="check" className="text-good" /> {review.complete}
      </p>
    );
  }
  return (
    <div>
      <h3 className="text-sm font-semibold">
        {review.checklist}: {review.missing(problems.length)}
      </h3>
      <ul className="mt-2 max-h-96 overflow-y-auto border-t border-hairline">
        {problems.map((problem) => (
          <li key={`${problem.code} ${anchorOf(problem)}`} className="border-b border-hairline">
            <button
              type="button"
              onClick={() => onJump(problem)}
              className="flex w-full items-start gap-2 px-1 py-1.5 text-start text-sm hover:bg-wash focus-visible:-outline-offset-2"
            >
              <Icon name="minus" className="mt-0.5 text-warn" />
              <span className="min-w-0">
                <span className="block">{sentence(locale, problem)}</span>
                <span className="block text-ink-faint">{whereOf(locale, problem, draft)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function sentence(locale: Locale, problem: CaseProblem): string {
  const { cases } = messages(locale);
  const words = cases.problems[problem.code];
  return problem.locale ? `${words} (${cases.inLanguage[problem.locale]})` : words;
}

/** The part and, in lists, which of its items. */
function whereOf(locale: Locale, problem: CaseProblem, draft: CaseDraft): string {
  const { cases } = messages(locale);
  const place = (items: readonly { id: string }[]) => 1 + items.findIndex((each) => each.id === problem.itemId);
  if (problem.itemId && problem.area === "claims") return cases.claims.claim(place(draft.claims));
  if (problem.itemId && problem.area === "timeline") return cases.timeline.entry(place(draft.timeline));
  if (problem.itemId && problem.area === "exhibits") return cases.exhibits.exhibit(place(draft.exhibits));
  const fields: Record<string, string> = cases.fields;
  const field = problem.code === "translation_missing" && problem.field ? fields[problem.field] : undefined;
  return field ?? cases.parts[problem.area];
}
