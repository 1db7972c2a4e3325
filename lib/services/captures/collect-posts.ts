import type { OpenedPage } from "#lib/adapters/browser/capture-page";
import { walkList } from "#lib/adapters/browser/walk-list";
import type { CaptureLimits, LimitCode } from "#lib/core/captures/limits";
import type { EndedBy, ExtractedPost, ListWalk, PlatformAdapter, RecognisedSource } from "#lib/core/captures/types";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";

/** The posts of a list, each once, with a picture of each as it was first seen. */
export type CollectedPosts = {
  posts: ExtractedPost[];
  endedBy: EndedBy;
  limitsHit: LimitCode[];
  notes: string[];
};

/** Walks a hashtag's or account's list and keeps `post_crop-<id>.png` per post. */
export async function collectPosts(
  opened: OpenedPage,
  keeper: ArtifactKeeper,
  options: {
    source: RecognisedSource;
    adapter: PlatformAdapter;
    walk: ListWalk;
    limits: CaptureLimits;
    onProgress: (posts: number) => Promise<void>;
  },
): Promise<CollectedPosts> {
  const { source, adapter, walk, limits } = options;
  const result = await walkList(opened.page, {
    walk,
    maxPosts: limits.maxPosts,
    maxPictures: limits.maxPostCrops,
    deadline: opened.deadline,
    parse: (itemHtml) => adapter.extractListItem(source, itemHtml),
    isWall: async () => {
      const { outcome } = adapter.classify(source, await opened.read());
      return outcome === "login_wall" || outcome === "bot_block" || outcome === "rate_limited";
    },
    onProgress: options.onProgress,
  });
  const limitsHit: LimitCode[] = [];
  if (result.endedBy === "limit") limitsHit.push(result.problem === "time" ? "time" : "posts");
  for (const { post, picture } of result.posts) {
    if (!picture) continue;
    const { png, width, height } = picture;
    const name = `post_crop-${post.platformId.replace(/[^\w-]/g, "_")}.png`;
    await keeper.keep({ role: "post_crop", name, mediaType: "image/png", content: png, width, height });
  }
  const withoutPicture = result.posts.filter(({ picture }) => !picture).length;
  if (withoutPicture > 0) limitsHit.push("post_crops");
  const notes = result.problem ? [`list: ${result.problem}`] : [];
  return { posts: result.posts.map(({ post }) => post), endedBy: result.endedBy, limitsHit, notes };
}
