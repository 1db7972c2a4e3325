"use client";

import { useId } from "react";
import { Icon } from "#components/ui/icon";
import type { CaptureWay } from "#lib/core/captures/types";
import type { WaysIn } from "#lib/core/platforms/ways-in";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { DraftProblem, WayDraft } from "./way-draft";
import { ApiTerms, SessionTerms } from "./way-terms";

type Props = {
  locale: Locale;
  ways: WaysIn;
  /** Ways to offer; all that the source has when left out. */
  offered?: readonly CaptureWay[];
  /** How many searches it would be. */
  searches: number;
  draft: WayDraft;
  onChange: (part: Partial<WayDraft>) => void;
  problem: DraftProblem | null;
};

/** One way of several, with what each means; what costs money shows its cost and asks before anything is sent. */
export function WayChoice({ locale, ways, offered = ways.ways, searches, draft, onChange, problem }: Props) {
  const words = messages(locale).platforms.ways;
  const name = useId();
  const isOpen = (way: CaptureWay) =>
    way === "browser" || (way === "api" ? ways.tokens.length > 0 : ways.sessions.length > 0);
  return (
    <div className="flex flex-col divide-y divide-hairline border-y border-hairline">
      {offered.map((way) => (
        <div key={way} className="py-3">
          <label className="flex cursor-pointer items-start gap-2.5 has-disabled:cursor-not-allowed">
            <input
              type="radio"
              name={name}
              value={way}
              checked={draft.way === way}
              disabled={!isOpen(way)}
              onChange={() => onChange({ way, hasAgreed: false })}
              aria-describedby={`${name}-${way}`}
              className="mt-[0.28em] size-4 shrink-0"
            />
            <span className="min-w-0">
              <span className={isOpen(way) ? "font-semibold" : "font-semibold text-ink-soft"}>{words.name[way]}</span>
              <span id={`${name}-${way}`} className="block text-sm text-ink-soft">
                {words.hint[way]}
                {!isOpen(way) && way !== "browser" && (
                  <span className="mt-1 flex items-start gap-1.5 text-ink">
                    <Icon name="lock" className="mt-0.5" /> {words.closed[way]}
                  </span>
                )}
              </span>
            </span>
          </label>
          {draft.way === way && way === "api" && <ApiTerms {...{ locale, ways, searches, draft, onChange, problem }} />}
          {draft.way === way && way === "session" && <SessionTerms {...{ locale, ways, draft, onChange }} />}
        </div>
      ))}
    </div>
  );
}
