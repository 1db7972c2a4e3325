import { describe } from "vitest";
import type { SearchIndex } from "#lib/core/search/search-index";
import { describeCounts } from "#test/integration/search/contract/counts";
import { describeExactness } from "#test/integration/search/contract/exactness";
import { describeHighlights } from "#test/integration/search/contract/highlights";
import { describeHostile } from "#test/integration/search/contract/hostile";
import { describeKeepingUp } from "#test/integration/search/contract/keeping-up";
import { describeLikeness } from "#test/integration/search/contract/likeness";
import { describeNarrowing } from "#test/integration/search/contract/narrowing";
import { describeRebuilding } from "#test/integration/search/contract/rebuilding";
import { type Differences, openTrial } from "#test/integration/search/contract/trial";
import { describeTyping } from "#test/integration/search/contract/typing";
import { describeWords } from "#test/integration/search/contract/words";

/**
 * What every engine must do.
 * @param openEmpty an engine whose index is empty.
 * @param differences where it may differ from others.
 */
export function describeSearchIndex(
  name: string,
  openEmpty: () => Promise<SearchIndex>,
  differences: Differences = {},
): void {
  describe(`search index: ${name}`, () => {
    const trial = openTrial(openEmpty, differences);
    describeWords(trial);
    describeExactness(trial);
    describeHighlights(trial);
    describeNarrowing(trial);
    describeKeepingUp(trial);
    describeTyping(trial);
    describeCounts(trial);
    describeLikeness(trial);
    describeRebuilding(trial);
    describeHostile(trial);
  });
}
