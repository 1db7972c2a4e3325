import type { ReadLine } from "#lib/core/captures/plan-submission";
import { type LineProblem, recogniseLine } from "#lib/core/captures/recognise-line";
import { allRecognisers } from "#lib/core/captures/recognisers/all";
import { env } from "#lib/env";

/** What each line means; lines with nothing to see in them are left out and keep their number. */
export function recogniseLines(lines: readonly string[]): ReadLine<LineProblem>[] {
  const recognisers = allRecognisers(env().DEMO_SITE_ORIGIN);
  const allowHosts = env().CAPTURE_ALLOW_HOSTS;
  return lines.flatMap((input, index) => {
    const result = recogniseLine(input, recognisers, allowHosts);
    if (!result.ok && result.problem === "empty") return [];
    return [{ lineNumber: index + 1, input, ...result }];
  });
}
