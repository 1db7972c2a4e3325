import type { ReactNode } from "react";
import { CopyDifference } from "#components/copies/copy-difference";
import { LikenessNote } from "#components/copies/likeness-note";
import { LoudMarks } from "#components/copies/loud-marks";
import { LinkButton } from "#components/ui/link-button";
import type { ChosenText, ComparedWording } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { AddToCase } from "../captures/[id]/add-to-case";
import { copiesHref } from "./copies-href";
import { DecideButtons } from "./decide-buttons";

type Props = {
  locale: Locale;
  chosen: Pick<ChosenText, "text" | "language" | "wordingId">;
  wording: ComparedWording;
  cases: { id: string; title: string }[];
  /** What else is to be said of it, above its words. */
  children?: ReactNode;
};

/** One wording laid over the chosen text, how near it is, and what a person can say and do about it. */
export function ComparedWordingItem({ locale, chosen, wording, cases, children }: Props) {
  const { copies } = messages(locale);
  const isOwn = wording.wordingId === chosen.wordingId;
  return (
    <li className="flex flex-col gap-2 border-t border-dotted border-edge py-4 first:border-t-0 first:pt-0">
      {children}
      {!(isOwn && children) && <LikenessNote locale={locale} wording={wording} />}
      <CopyDifference locale={locale} {...wording.passages} language={chosen.language} />
      <LoudMarks locale={locale} loud={wording.loud} />
      <div className="flex flex-wrap items-center gap-2">
        {!isOwn && chosen.wordingId && (
          <DecideButtons
            locale={locale}
            wordingId={chosen.wordingId}
            otherWordingId={wording.wordingId}
            decision={wording.decision}
          />
        )}
        <AddToCase
          locale={locale}
          target={{ kind: "wording", wordingId: wording.wordingId }}
          cases={cases}
          suggestedCaseId={undefined}
          isSmall
        />
        {!isOwn && (
          <LinkButton
            href={copiesHref(locale, { wordingId: wording.wordingId })}
            prefetch={false}
            size="sm"
            variant="quiet"
            icon="copies"
          >
            {copies.ofThis}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
