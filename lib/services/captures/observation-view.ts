import type { Outcome, PlatformId } from "#lib/core/captures/types";
import type { PostDetails, PostMedia, Witness } from "#lib/core/posts/post-details";
import type { CaptureDetailRow } from "#lib/data/capture-details";

/** A picture or film of a post, with the file that holds it. */
export type MediaView = PostMedia & {
  file: {
    id: string;
    name: string;
    mediaType: string;
    bytes: number;
    width: number | null;
    height: number | null;
  } | null;
};

/** What this capture saw of one post. */
export type ObservationView = {
  id: string;
  postId: string;
  platform: PlatformId;
  platformId: string;
  canonicalUrl: string;
  outcome: Outcome;
  text: string | null;
  language: string | null;
  authorName: string | null;
  authorHandle: string | null;
  postedAt: string | null;
  seenAt: string;
  counts: Record<string, number>;
  hashtags: string[];
  /** Which field came from where; fields of `details` by their own names. */
  fieldSources: Record<string, Witness>;
  details: Omit<PostDetails, "media"> & { media: MediaView[] };
  wordingId: string | null;
  /** Posts in the archive with the same wording, this one included. */
  sameWording: number;
  /** The crop of this post, when there is one. */
  pictureId: string | null;
};

/** An observation's row as a DTO. */
export function toObservationView(
  row: CaptureDetailRow["observations"][number],
  { artifacts }: Pick<CaptureDetailRow, "artifacts">,
): ObservationView {
  const { post } = row;
  // The crop of one collected post is named by its id; a post's own capture has one crop.
  const crops = artifacts.filter((artifact) => artifact.role === "post_crop");
  const crop = crops.find(({ name }) => name.includes(post.platformId)) ?? (crops.length === 1 ? crops[0] : undefined);
  return {
    id: row.id,
    postId: post.id,
    platform: post.platform as PlatformId,
    platformId: post.platformId,
    canonicalUrl: post.canonicalUrl,
    outcome: row.outcome,
    text: row.text,
    language: post.language,
    authorName: row.authorName,
    authorHandle: row.authorHandle,
    postedAt: row.postedAt?.toISOString() ?? null,
    seenAt: row.seenAt.toISOString(),
    // JSON columns that only observePosts writes.
    counts: row.counts as Record<string, number>,
    hashtags: post.hashtags.map(({ hashtag }) => hashtag.text),
    fieldSources: row.fieldSources as Record<string, Witness>,
    details: withFiles(row.details as PostDetails, artifacts),
    wordingId: post.wordingId,
    sameWording: post.wording?._count.posts ?? 0,
    pictureId: crop?.id ?? null,
  };
}

function withFiles(details: PostDetails, artifacts: CaptureDetailRow["artifacts"]): ObservationView["details"] {
  const media = (details.media ?? []).map((item): MediaView => {
    const found = item.artifact === null ? undefined : artifacts.find(({ name }) => name === item.artifact);
    if (!found) return { ...item, file: null };
    const { id, name, mediaType, bytes, width, height } = found;
    return { ...item, file: { id, name, mediaType, bytes: Number(bytes), width, height } };
  });
  return { ...details, media };
}

/** The addresses of a post's other versions, oldest first, its own in its place. */
export function versionsOf({ platformId, canonicalUrl, details }: ObservationView): { id: string; url: string }[] {
  return (details.editIds ?? []).map((id) => ({ id, url: canonicalUrl.replace(platformId, id) }));
}
