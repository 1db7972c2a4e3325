import { classifyWebPage } from "#lib/adapters/platforms/web/classify";
import { findMainText } from "#lib/adapters/platforms/web/main-text";
import { webRecogniser } from "#lib/core/captures/recognisers/web";
import type { PlatformAdapter } from "#lib/core/captures/types";

/** Articles and any other page of the open web. */
export const web: PlatformAdapter = {
  ...webRecogniser,
  readySelectors: () => ["article", "main", "h1", "body"],
  focalSelector: () => null,
  listWalk: () => null,
  classify: classifyWebPage,
  extract: (_source, page) => ({ ...findMainText(page.domHtml || page.responseHtml), posts: [] }),
  extractListItem: () => null,
};
