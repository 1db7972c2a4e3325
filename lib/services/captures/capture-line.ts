import type { Outcome, PlatformId, SourceKind } from "#lib/core/captures/types";
import type { CaptureLineRow } from "#lib/data/capture-lists";

/** A picture of a capture, served by `/api/artifacts/<artifactId>`. */
export type CapturePicture = { artifactId: string; width: number | null; height: number | null };

export type SourceView = { id: string; kind: SourceKind; platform: PlatformId; canonicalUrl: string; label: string };

/** A capture in a list. */
export type CaptureLine = {
  id: string;
  outcome: Outcome;
  source: SourceView;
  title: string | null;
  /** The beginning of the text. */
  excerpt: string | null;
  language: string | null;
  /** ISO. */
  finishedAt: string;
  requestedBy: string;
  picture: CapturePicture | null;
  /** Posts seen by this capture. */
  posts: number;
};

const EXCERPT_CHARS = 280;

/** A row as a DTO. The picture is the crop of a single post where there is one, else the whole page. */
export function toCaptureLine(row: CaptureLineRow): CaptureLine {
  const wanted = row.source.kind === "post" ? "post_crop" : "screenshot";
  const picture = row.artifacts.find((artifact) => artifact.role === wanted) ?? row.artifacts[0];
  return {
    id: row.id,
    outcome: row.outcome,
    source: toSourceView(row.source),
    title: row.title,
    excerpt: row.text === null ? null : firstChars(row.text, EXCERPT_CHARS),
    language: row.language,
    finishedAt: row.finishedAt.toISOString(),
    requestedBy: row.requestedBy.name,
    picture: picture ? { artifactId: picture.id, width: picture.width, height: picture.height } : null,
    posts: row._count.observations,
  };
}

/** A source's row as a DTO. */
export function toSourceView(row: CaptureLineRow["source"]): SourceView {
  // The column is text so that a platform needs no migration; only recognised sources are ever written.
  const platform = row.platform as PlatformId;
  return { id: row.id, kind: row.kind, platform, canonicalUrl: row.canonicalUrl, label: row.label };
}

/** Cut between characters, never inside one. */
function firstChars(text: string, count: number): string {
  return text.length <= count ? text : `${[...text.slice(0, count + 1)].slice(0, count).join("").trimEnd()}…`;
}
