import Link from "next/link";
import { Icon } from "#components/ui/icon";
import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import type { DecisionLine } from "#lib/core/duplicates/views";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { phrasingHref } from "../phrasings/phrasings-href";
import { WithdrawButton } from "./withdraw-button";

type Props = {
  locale: Locale;
  decision: DecisionLine;
  /** The phrasing that the page is about: its own wordings need no way there. */
  ownId?: string;
  onWithdrawn?: () => void;
};

/** What somebody said of two wordings, with who and when, and the way back. */
export function DecisionItem({ locale, decision, ownId, onWithdrawn }: Props) {
  const { phrasings: words } = messages(locale);
  const { verdict, withdrawn } = decision;
  return (
    <li className="flex flex-col gap-2 border-t border-hairline py-4">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft">
        <span className="inline-flex items-center gap-1 text-base font-semibold text-ink">
          <Icon name={verdict === "same" ? "check" : "ban"} />
          {withdrawn ? <del>{words.verdict[verdict]}</del> : words.verdict[verdict]}
        </span>
        <span>
          {words.decidedBy} <bdi>{decision.decidedBy}</bdi>, <Time locale={locale} at={decision.decidedAt} />
        </span>
        {withdrawn && (
          <span>
            · {words.withdrawnBy} <bdi>{withdrawn.by}</bdi>, <Time locale={locale} at={withdrawn.at} />
          </span>
        )}
        {!decision.isSettled && <Mark icon="clock">{words.settling}</Mark>}
      </p>
      {decision.wordings.map(({ wordingId, text, phrasingId }) => (
        <p
          key={wordingId}
          dir={textDirection(text)}
          className="line-clamp-2 max-w-measure border-s-2 border-edge ps-3 text-start font-serif text-lg wrap-anywhere"
        >
          {phrasingId && phrasingId !== ownId ? (
            <Link
              href={phrasingHref(locale, phrasingId, { wording: wordingId })}
              prefetch={false}
              className="prose-link"
            >
              {text}
            </Link>
          ) : (
            text
          )}
        </p>
      ))}
      {!withdrawn && <WithdrawButton locale={locale} decisionId={decision.id} onWithdrawn={onWithdrawn} />}
    </li>
  );
}
