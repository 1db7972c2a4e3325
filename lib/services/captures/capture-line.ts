import type { PlatformId } from "#lib/core/captures/types";
import type { CaptureCause, CaptureLine, SourceView } from "#lib/core/captures/views";
import type { CaptureLineRow } from "#lib/data/capture-lists";

const EXCERPT_CHARS = 280;

/** A row as a DTO. The picture is the crop of a single post where there is one, else the whole page. */
export function toCaptureLine(row: CaptureLineRow): CaptureLine {
  const wanted = row.source.kind === "post" ? "post_crop" : "screenshot";
  const picture = row.artifacts.find((artifact) => artifact.role === wanted) ?? row.artifacts[0];
  return {
    id: row.id,
    outcome: row.outcome,
    way: row.way,
    source: toSourceView(row.source),
    title: row.title,
    author: toAuthor(row),
    excerpt: row.text === null ? null : firstChars(row.text, EXCERPT_CHARS),
    language: row.language,
    finishedAt: row.finishedAt.toISOString(),
    requestedBy: row.requestedBy.name,
    ...toCause(row.request),
    picture: picture ? { artifactId: picture.id, width: picture.width, height: picture.height } : null,
    posts: row._count.observations,
  };
}

/** Why a request was made; the looks that it was, when a schedule made it. */
export function toCause({ cause, recheck }: CaptureLineRow["request"]): CaptureCause {
  return { cause, recheckStep: cause === "schedule" ? (recheck?.step ?? null) : null };
}

/** The author of a post's own capture; a list has many. */
function toAuthor({ source, observations: [seen] }: CaptureLineRow): CaptureLine["author"] {
  if (source.kind !== "post" || !(seen?.authorName ?? seen?.authorHandle)) return null;
  return { name: seen.authorName, handle: seen.authorHandle };
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
