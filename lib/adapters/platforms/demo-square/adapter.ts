import { classifyDemoSquare } from "#lib/adapters/platforms/demo-square/classify";
import { extractDemoSquare, readPostArticle } from "#lib/adapters/platforms/demo-square/extract";
import { demoSquareRecogniser } from "#lib/core/captures/recognisers/demo-square";
import type { PlatformAdapter } from "#lib/core/captures/types";

/** The list is built by script while one scrolls; its articles carry the id of their post. */
const LIST = { itemSelector: "article.post", linkSelector: "a.permalink", endSelector: "[data-end]" };

/**
 * Demo Square, our own loopback site: the demo and the tests capture it as if it were any platform.
 * @param origin where it runs.
 */
export function demoSquareAdapter(origin: string): PlatformAdapter {
  return {
    ...demoSquareRecogniser(origin),
    id: "demo_square",
    readySelectors: (source) =>
      source.kind === "post"
        ? [
            `article[data-focal][data-post-id="${source.platformId}"]`,
            "[data-reason]",
            "form.login",
            "[data-challenge]",
          ]
        : ["article.post", "[data-end]", "[data-reason]", "form.login", "[data-challenge]"],
    focalSelector: (source) => (source.kind === "post" ? "article[data-focal]" : null),
    listWalk: (source) => (source.kind === "hashtag" || source.kind === "account" ? LIST : null),
    classify: classifyDemoSquare,
    extract: extractDemoSquare,
    extractListItem: (source, itemHtml) => readPostArticle(source, itemHtml, "article.post"),
  };
}
