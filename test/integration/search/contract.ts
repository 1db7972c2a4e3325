import { describe } from "vitest";
import type { SearchIndex } from "#lib/core/search/search-index";
import { describeExactness } from "#test/integration/search/contract/exactness";
import { describeHighlights } from "#test/integration/search/contract/highlights";
import { describeHostile } from "#test/integration/search/contract/hostile";
import { describeKeepingUp } from "#test/integration/search/contract/keeping-up";
import { describeNarrowing } from "#test/integration/search/contract/narrowing";
import { openTrial } from "#test/integration/search/contract/trial";
import { describeWords } from "#test/integration/search/contract/words";

/**
 * What every engine must do.
 * @param openEmpty an engine whose index is empty.
 */
export function describeSearchIndex(name: string, openEmpty: () => Promise<SearchIndex>): void {
  describe(`search index: ${name}`, () => {
    const trial = openTrial(openEmpty);
    describeWords(trial);
    describeExactness(trial);
    describeHighlights(trial);
    describeNarrowing(trial);
    describeKeepingUp(trial);
    describeHostile(trial);
  });
}
