import { parseDocument } from "#lib/adapters/platforms/html/document";
import { makePost } from "#lib/adapters/platforms/make-post";
import { findTweet, isPreviewOnly, isTextCut } from "#lib/adapters/platforms/x/network";
import { networkWitness } from "#lib/adapters/platforms/x/network-post";
import { findFocal, isCutInPage, itemWitness, jsonLdWitness, metaWitness } from "#lib/adapters/platforms/x/page";
import type { ExtractedPost, PageEvidence } from "#lib/core/captures/types";
import type { PostWitness } from "#lib/core/posts/post-witness";

/** What names a post of X. */
export function identify(id: string) {
  return { platform: "x" as const, platformId: id, canonicalUrl: `https://x.com/i/status/${id}` };
}

/** The focal post of a page, and whether its text is known to stop early. */
export type ReadPost = { post: ExtractedPost; isCut: boolean };

/**
 * The focal post, field by field from the first witness that knows it: JSON of the page, JSON-LD, link preview,
 * document, then witnesses asked beside it. Other posts on the page are no witnesses.
 */
export function readPost(id: string, page: PageEvidence, asked: readonly PostWitness[] = []): ReadPost {
  const document = parseDocument(page.domHtml || page.responseHtml);
  const served = page.responseHtml === "" ? document : parseDocument(page.responseHtml);
  const tweet = findTweet(page, id);
  const focal = findFocal(document, id);
  const isWhole = tweet !== undefined && !isTextCut(tweet);
  const isCutHere = isPreviewOnly(page, id) || (focal !== undefined && isCutInPage(focal));
  // Where the document cuts the text, the other parts of the page hold the same cut text, without saying so.
  const cut = (witness: PostWitness | undefined) =>
    witness && (isCutHere && !isWhole ? { ...witness, isTruncated: true } : witness);
  const post = makePost(identify(id), [
    tweet && networkWitness(tweet),
    cut(jsonLdWitness(document, id) ?? jsonLdWitness(served, id)),
    cut(metaWitness(document, id) ?? metaWitness(served, id)),
    cut(focal && itemWitness(focal)),
    ...asked,
  ]);
  return { post, isCut: !isWhole && (tweet !== undefined || isCutHere) };
}
