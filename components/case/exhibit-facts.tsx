import type { SnapshotArtifact, SnapshotCapture, SnapshotExhibit, SnapshotPost } from "#lib/schemas/case-snapshot";

/** Where a published evidence file is read. The route decides the origin: other people's pages open on another host. */
export const artifactHref = (artifactId: string) => `/api/artifacts/${artifactId}`;

/** Where a published supplied file is read. */
export const suppliedHref = (suppliedId: string) => `/api/supplied/${suppliedId}`;

/** The same, to be saved under its own name and not shown. */
export const artifactDownloadHref = (artifactId: string) => `${artifactHref(artifactId)}?save=1`;

/** A picture in a width that the routes of artifacts and supplied files make: 160, 480 or 960. */
export const thumbnailHref = (pictureHref: string, width: 480 | 960) => `${pictureHref}?w=${width}`;

export const exhibitAnchor = (number: number) => `exhibit-${number}`;

/** The captures that show an exhibit; a wording has several. */
export function capturesOf(exhibit: SnapshotExhibit): readonly SnapshotCapture[] {
  if (exhibit.kind === "supplied") return [];
  return exhibit.kind === "wording" ? exhibit.captures : [exhibit.capture];
}

/** The posts of an exhibit in its own order. */
export function postsOf(exhibit: SnapshotExhibit): readonly SnapshotPost[] {
  if (exhibit.kind === "supplied") return [];
  if (exhibit.kind === "post") return [exhibit.post];
  return exhibit.kind === "wording" ? exhibit.wording.posts : exhibit.posts;
}

/** Every capture behind a list of exhibits, each once. */
export function listCaptures(exhibits: readonly SnapshotExhibit[]): SnapshotCapture[] {
  return [...new Map(exhibits.flatMap(capturesOf).map((capture) => [capture.captureId, capture])).values()];
}

/** The picture that stands for an exhibit, when it is one that a page can show with its true proportions. */
export function pictureOf(
  exhibit: SnapshotExhibit,
): (Pick<SnapshotArtifact, "id" | "mediaType"> & { width: number; height: number }) | null {
  const artifact =
    exhibit.kind === "supplied"
      ? exhibit.supplied
      : capturesOf(exhibit)
          .flatMap((capture) => capture.artifacts)
          .find((each) => each.id === exhibit.pictureArtifactId);
  if (!artifact || !/^image\/(png|jpeg|webp|gif)$/.test(artifact.mediaType)) return null;
  const { width, height } = artifact;
  return width && height ? { ...artifact, width, height } : null;
}

/** What to call an exhibit in a line: the author's handle, the page's title, or its address. */
export function labelOf(exhibit: SnapshotExhibit): string {
  if (exhibit.kind === "supplied") return exhibit.supplied.fileName;
  const post = postsOf(exhibit)[0];
  if (exhibit.kind !== "capture" && post?.authorHandle) return `@${post.authorHandle}`;
  const capture = capturesOf(exhibit)[0];
  return capture?.title ?? capture?.source.label ?? "";
}
