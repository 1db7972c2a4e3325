import type { ChangeDetails, ChangeKind } from "#lib/core/captures/compare-captures";
import { whatBecame } from "#lib/core/captures/later-changes";
import { holdsContent } from "#lib/core/captures/types";
import { measureSpread } from "#lib/core/cases/measure-spread";
import type { PostDetails } from "#lib/core/posts/post-details";
import type { ExhibitCaptureRow, ExhibitObservationRow, ExhibitRow } from "#lib/data/case-exhibits";
import type {
  SnapshotArtifact,
  SnapshotCapture,
  SnapshotExhibit,
  SnapshotMedia,
  SnapshotPost,
} from "#lib/schemas/case-snapshot";
import { type LocalizedText, localizedText } from "#lib/schemas/localized";

const iso = (date: Date | null) => date?.toISOString() ?? null;
const localized = (value: unknown): LocalizedText => localizedText.catch({}).parse(value);

function freezeCapture(row: ExhibitCaptureRow): SnapshotCapture {
  const later = laterState(row);
  return {
    captureId: row.id,
    outcome: row.outcome,
    ...(row.way === "browser" ? {} : { way: row.way }),
    source: {
      kind: row.source.kind,
      platform: row.source.platform,
      canonicalUrl: row.source.canonicalUrl,
      label: row.source.label,
    },
    requestedUrl: row.requestedUrl,
    finalUrl: row.finalUrl,
    httpStatus: row.httpStatus,
    title: row.title,
    text: row.text,
    language: row.language,
    capturedAt: row.finishedAt.toISOString(),
    askedForBy: "desk",
    limitsHit: Array.isArray(row.limitsHit) ? row.limitsHit.map(String) : [],
    endedBy: row.endedBy,
    artifacts: row.artifacts.map((each) => ({
      id: each.id,
      role: each.role,
      name: each.name,
      sha256: each.sha256,
      bytes: Number(each.bytes),
      mediaType: each.mediaType,
      width: each.width,
      height: each.height,
    })),
    manifestSha256: row.manifestSha256,
    ...(later && { later }),
  };
}

function laterState({ finishedAt, source }: ExhibitCaptureRow) {
  const later = source.changes.filter(({ at }) => at > finishedAt);
  // Columns that only recordChanges writes.
  return whatBecame(
    later.map(({ at, kinds, details }) => ({ at, kinds: kinds as ChangeKind[], details: details as ChangeDetails })),
  );
}

type Seen = Omit<ExhibitObservationRow, "post">;

/** @param artifacts of the capture that saw it. */
function freezePost(
  post: ExhibitObservationRow["post"],
  seen: Seen,
  artifacts: readonly SnapshotArtifact[],
): SnapshotPost {
  const media = freezeMedia(seen.details as PostDetails, artifacts);
  return {
    postId: post.id,
    platform: post.platform,
    platformId: post.platformId,
    canonicalUrl: post.canonicalUrl,
    authorName: seen.authorName,
    authorHandle: seen.authorHandle,
    text: seen.text,
    language: post.language,
    postedAt: iso(seen.postedAt),
    seenAt: seen.seenAt.toISOString(),
    captureId: seen.captureId,
    availability: post.availability,
    ...(media.length > 0 ? { media } : {}),
  };
}

/** The originals that there are files of. */
function freezeMedia({ media = [] }: PostDetails, artifacts: readonly SnapshotArtifact[]): SnapshotMedia[] {
  return media.flatMap(({ kind, altText, artifact }) => {
    const file = artifacts.find(({ name }) => name === artifact);
    if (!file) return [];
    const { id, mediaType, width, height } = file;
    return [{ artifactId: id, kind, mediaType, width, height, altText }];
  });
}

/** The picture that stands for an exhibit: the post's own crop, else the only crop, else the whole page. */
function choosePicture(artifacts: SnapshotArtifact[], platformId: string | null): string | null {
  const crops = artifacts.filter((each) => each.role === "post_crop");
  const own = platformId && crops.find((each) => each.name.includes(platformId));
  const page = artifacts.find((each) => each.role === "screenshot");
  return (own || (crops.length === 1 ? crops[0] : undefined) || page || crops[0])?.id ?? null;
}

function freezeWording(row: ExhibitRow, common: Common) {
  const { wording } = row;
  if (!wording) return undefined;
  const shown = wording.posts.flatMap((post) => {
    const seen = post.observations[0];
    return seen ? [{ post: freezePost(post, seen, freezeCapture(seen.capture).artifacts), capture: seen.capture }] : [];
  });
  const posts = shown.map((each) => each.post);
  const captures = [...new Map(shown.map((each) => [each.capture.id, freezeCapture(each.capture)])).values()];
  const first = shown[0];
  return {
    ...common,
    kind: "wording" as const,
    pictureArtifactId: first ? choosePicture(freezeCapture(first.capture).artifacts, first.post.platformId) : null,
    wording: {
      wordingId: wording.id,
      digest: wording.digest,
      foldVersion: wording.foldVersion,
      text: first?.post.text ?? wording.folded,
      posts,
      ...measureSpread(posts),
    },
    captures,
  };
}

/**
 * The exhibits of a case with the facts of their captures, as pages show and revisions keep them.
 * @returns in order and numbered from 1; `lost` are exhibits that nothing shows (their post was never captured whole).
 */
export function freezeExhibits(rows: ExhibitRow[]): { exhibits: SnapshotExhibit[]; lost: string[] } {
  const exhibits: SnapshotExhibit[] = [];
  const lost: string[] = [];
  for (const row of rows) {
    const common = { id: row.id, number: exhibits.length + 1, caption: localized(row.caption) };
    const frozen = freezeExhibit(row, common);
    if (frozen) exhibits.push(frozen);
    else lost.push(row.id);
  }
  return { exhibits, lost };
}

type Common = { id: string; number: number; caption: LocalizedText };

function freezeExhibit(row: ExhibitRow, common: Common): SnapshotExhibit | undefined {
  if (row.kind === "supplied") return freezeSupplied(row, common);
  return row.kind === "wording" ? freezeWording(row, common) : freezeCaptureOrPost(row, common);
}

function freezeSupplied({ supplied }: ExhibitRow, common: Common): SnapshotExhibit | undefined {
  if (!supplied) return undefined;
  const { id, fileName, format, mediaType, sha256, width, height, claimedUrl, claimedAt } = supplied;
  return {
    ...common,
    kind: "supplied",
    pictureArtifactId: null,
    supplied: {
      id,
      fileName,
      format,
      mediaType,
      sha256,
      bytes: Number(supplied.bytes),
      width,
      height,
      receivedAt: supplied.receivedAt.toISOString(),
      claimedUrl,
      claimedAt,
    },
  };
}

function freezeCaptureOrPost(row: ExhibitRow, common: Common): SnapshotExhibit | undefined {
  if (!row.capture) return undefined;
  const capture = freezeCapture(row.capture);
  if (row.kind === "post") {
    const seen = row.capture.observations.find((each) => each.postId === row.postId);
    if (!seen) return undefined;
    const picture = choosePicture(capture.artifacts, seen.post.platformId);
    return {
      ...common,
      kind: "post",
      pictureArtifactId: picture,
      post: freezePost(seen.post, seen, capture.artifacts),
      capture,
    };
  }
  const posts = row.capture.observations.map((seen) => freezePost(seen.post, seen, capture.artifacts));
  const focal = capture.source.kind === "post" ? row.capture.source.platformId : null;
  const picture = holdsContent(capture.outcome) && focal ? choosePicture(capture.artifacts, focal) : null;
  const page = capture.artifacts.find((each) => each.role === "screenshot")?.id ?? null;
  return { ...common, kind: "capture", pictureArtifactId: picture ?? page, capture, posts };
}
