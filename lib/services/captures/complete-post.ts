import type { OpenedPage } from "#lib/adapters/browser/capture-page";
import type { CaptureLimits } from "#lib/core/captures/limits";
import {
  type Extraction,
  holdsContent,
  type Outcome,
  type PageEvidence,
  type PlatformAdapter,
  type RecognisedSource,
} from "#lib/core/captures/types";
import { askWitnesses } from "#lib/services/captures/ask-witnesses";
import type { BesideFetcher } from "#lib/services/captures/fetch-beside";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";
import { keepMedia } from "#lib/services/captures/keep-media";

/**
 * What a page alone does not give: second witnesses are asked, and the originals of the post's pictures and videos are
 * kept. Does its work while the pictures of the page are taken.
 *
 * @returns the extraction again, with what the witnesses add and the names of the media's artifacts.
 * @throws AppError `storage_failed`; the fetcher's abort reason.
 */
export async function completePost(
  source: RecognisedSource,
  found: { adapter: PlatformAdapter; evidence: PageEvidence; outcome: Outcome; extraction: Extraction },
  tools: { opened: OpenedPage; keeper: ArtifactKeeper; fetcher: BesideFetcher; limits: CaptureLimits },
): Promise<Extraction> {
  const { adapter, evidence, outcome, extraction } = found;
  if (source.kind !== "post") return extraction;
  const asked = await askWitnesses(adapter.secondWitnesses?.(source) ?? [], tools);
  if (!holdsContent(outcome)) return extraction;
  const complete = asked.posts.length > 0 ? adapter.extract(source, evidence, asked.posts) : extraction;
  const [post] = complete.posts;
  if (!post) return complete;
  const { received } = tools.opened;
  const media = post.details.media && (await keepMedia(post.details.media, { ...tools, received }));
  const details = {
    ...post.details,
    ...(media ? { media } : {}),
    ...(asked.results.length > 0 ? { witnesses: asked.results } : {}),
  };
  return { ...complete, posts: [{ ...post, details }] };
}

/** Posts of a list: their originals are not fetched, and say so. */
export function markAsListed(posts: Extraction["posts"]): Extraction["posts"] {
  return posts.map((post) => {
    const media = post.details.media?.map((one) => ({ ...one, problem: one.problem ?? ("in_list" as const) }));
    return media ? { ...post, details: { ...post.details, media } } : post;
  });
}
