"use client";

import { WayChoice } from "#components/platforms/way-choice";
import type { DraftProblem, WayDraft } from "#components/platforms/way-draft";
import type { CaptureWay } from "#lib/core/captures/types";
import type { WaysIn } from "#lib/core/platforms/ways-in";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { BoxLine } from "./use-preview";

type Props = {
  locale: Locale;
  /** Of the platform whose hashtags are in the box. */
  ways: WaysIn;
  count: number;
  /** Those that the chosen way would be asked about now. */
  searches: number;
  draft: WayDraft;
  onChange: (part: Partial<WayDraft>) => void;
  problem: DraftProblem | null;
  error: string | null;
};

/** Asked only when the box holds a hashtag with more than one way in. */
export function HashtagWays({ locale, ways, count, searches, draft, onChange, problem, error }: Props) {
  const words = messages(locale).platforms.ways;
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{words.title}</legend>
      <p className="mb-2 text-sm text-ink-faint">
        {words.lead(count)} {words.again}
      </p>
      <WayChoice {...{ locale, ways, searches, draft, onChange, problem }} />
      {error && (
        <p role="alert" className="mt-1.5 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/**
 * The hashtags of the box that have several ways in, by the first platform that has any.
 * @param way the chosen one: what it captured before, or what waits, is not asked for again.
 */
export function hashtagsWithWays(
  lines: readonly BoxLine[],
  all: readonly WaysIn[],
  way: CaptureWay,
): { ways: WaysIn; count: number; searches: number } | null {
  for (const ways of all) {
    const found = lines.flatMap(({ result, sameAs }) =>
      result?.ok && sameAs === null && result.source.kind === "hashtag" && result.source.platform === ways.platform
        ? [result]
        : [],
    );
    const isNew = ({ existing, isPending }: (typeof found)[number]) => !isPending && existing?.way !== way;
    if (found.length > 0) return { ways, count: found.length, searches: found.filter(isNew).length };
  }
  return null;
}
