import { classifyDemoSquare } from "#lib/adapters/platforms/demo-square/classify";
import { extractDemoSquare, extractItem, FOCAL } from "#lib/adapters/platforms/demo-square/extract";
import { listInDemoNetwork } from "#lib/adapters/platforms/demo-square/list-network";
import { readEmbed } from "#lib/adapters/platforms/html/read-embed";
import { demoSquareRecogniser } from "#lib/core/captures/recognisers/demo-square";
import type { ListWalk, PlatformAdapter, RecognisedSource } from "#lib/core/captures/types";
import type { SecondWitness } from "#lib/core/posts/second-witness";

/** The list is built by script while one scrolls; its articles carry the id of their post. */
const LIST: ListWalk = {
  itemSelector: "article.post",
  linkSelector: "a.permalink",
  endSelector: "[data-end]",
  promotedSelector: "[data-promoted]",
  wallSelector: "form.login",
  errorSelector: "[data-list-error]",
};

const NOTICES = ["[data-reason]", "form.login", "[data-challenge]"];

/**
 * Demo Square, our own loopback site: the demo and the tests capture it as if it were any platform.
 * @param origin where it runs.
 */
export function demoSquareAdapter(origin: string): PlatformAdapter {
  return {
    ...demoSquareRecogniser(origin),
    readySelectors: (source) =>
      source.kind === "post"
        ? [`${FOCAL}[data-post-id="${source.platformId}"]`, ...NOTICES]
        : ["article.post", "[data-end]", ...NOTICES],
    focalSelector: (source) => (source.kind === "post" ? `${FOCAL}[data-post-id="${source.platformId}"]` : null),
    listWalk: (source) => (source.kind === "hashtag" || source.kind === "account" ? LIST : null),
    classify: classifyDemoSquare,
    extract: extractDemoSquare,
    secondWitnesses: (source) => (source.kind === "post" ? [demoEmbedWitness(source)] : []),
    listInNetwork: listInDemoNetwork,
    extractListItem: extractItem,
  };
}

/** The site's own oEmbed service, which may hold an older text than the page. */
function demoEmbedWitness({ canonicalUrl, platformId }: RecognisedSource): SecondWitness {
  const url = new URL("/oembed", canonicalUrl);
  url.searchParams.set("url", canonicalUrl);
  return {
    name: "oembed",
    request: { url: url.href, headers: { accept: "application/json" } },
    read: (answer) => readEmbed(answer, (address) => address === `/p/${platformId}`),
  };
}
