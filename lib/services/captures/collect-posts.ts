import type { OpenedPage } from "#lib/adapters/browser/capture-page";
import { type WalkResult, walkList } from "#lib/adapters/browser/walk-list";
import type { CaptureLimits, LimitCode } from "#lib/core/captures/limits";
import { compareWithNetwork, type ListDifference } from "#lib/core/captures/list-in-network";
import { signal } from "#lib/core/captures/signal-names";
import type {
  EndedBy,
  ExtractedPost,
  ListWalk,
  PlatformAdapter,
  RecognisedSource,
  Signal,
} from "#lib/core/captures/types";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";

/** The posts of a list, each once, with a picture of each as it was first seen. */
export type CollectedPosts = {
  posts: ExtractedPost[];
  endedBy: EndedBy;
  limitsHit: LimitCode[];
  /** How the two counts of the list differ, and what was left out. */
  signals: Signal[];
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
    progressInNetwork: () => adapter.listInNetwork?.(opened.log.json) ?? null,
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
  const network = adapter.listInNetwork?.(opened.log.json) ?? null;
  const collected = result.posts.map(({ post }) => post.platformId);
  const difference = network && compareWithNetwork(collected, network, result.endedBy !== "exhausted");
  await keepList(keeper, result, difference);
  const posts = result.posts.map(({ post }) => post);
  return { posts, endedBy: result.endedBy, limitsHit, signals: signalsOf(result, difference), notes };
}

function signalsOf({ promoted, problem }: WalkResult, difference: ListDifference | null): Signal[] {
  const signals: Signal[] = [];
  if (promoted > 0) signals.push(signal("list_promoted", promoted));
  if (difference && difference.onlyInNetwork.length > 0) {
    signals.push(signal("list_only_in_network", difference.onlyInNetwork.length));
  }
  if (difference && difference.notInNetwork.length > 0) {
    signals.push(signal("list_not_in_network", difference.notInNetwork.length));
  }
  if (problem !== null) signals.push(signal("list_ended", problem));
  return signals;
}

/** In which order and when each post was first seen, and how that fits what the page's data said: `list.json`. */
async function keepList(keeper: ArtifactKeeper, result: WalkResult, difference: ListDifference | null): Promise<void> {
  const { posts, endedBy, problem, promoted } = result;
  const content = canonicalJson({
    format: "daleel-list",
    version: 1,
    endedBy,
    problem,
    advertisementsLeftOut: promoted,
    firstSeen: posts.map(({ post, seenAt, scrollY }, place) => {
      return { place: place + 1, platformId: post.platformId, at: seenAt, scrolledPx: scrollY };
    }),
    comparedWithThePagesData: difference,
  });
  await keeper.keep({ role: "post_json", name: "list.json", mediaType: "application/json", content });
}
