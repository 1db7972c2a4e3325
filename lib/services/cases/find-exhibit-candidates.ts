import { storableText } from "#lib/core/text/storable";
import { listExhibitCandidateRows } from "#lib/data/case-exhibits";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

const MAX_CANDIDATES = 20;

/** A capture that could become an exhibit, with the posts it shows. */
export type ExhibitCandidate = {
  captureId: string;
  outcome: string;
  sourceKind: string;
  label: string;
  title: string | null;
  text: string | null;
  capturedAt: string;
  pictureArtifactId: string | null;
  posts: {
    postId: string;
    authorName: string | null;
    authorHandle: string | null;
    text: string | null;
    postedAt: string | null;
    wordingId: string | null;
  }[];
};

/**
 * Captures that hold content, newest first, for the exhibits panel.
 * @param words plain words that must stand together in address, title, text or handle; empty lists the newest.
 * @throws AppError `not_allowed`.
 */
export async function findExhibitCandidates(actor: Actor, words: string): Promise<ExhibitCandidate[]> {
  assertMay(actor, "cases.edit");
  const rows = await listExhibitCandidateRows(db(), storableText(words.trim().slice(0, 200)), MAX_CANDIDATES);
  return rows.map((row) => ({
    captureId: row.id,
    outcome: row.outcome,
    sourceKind: row.source.kind,
    label: row.source.label,
    title: row.title,
    text: row.text,
    capturedAt: row.finishedAt.toISOString(),
    pictureArtifactId: (row.artifacts.find((each) => each.role === "post_crop") ?? row.artifacts[0])?.id ?? null,
    posts: row.observations.map((seen) => ({
      postId: seen.post.id,
      authorName: seen.authorName,
      authorHandle: seen.authorHandle,
      text: seen.text,
      postedAt: seen.postedAt?.toISOString() ?? null,
      wordingId: seen.post.wordingId,
    })),
  }));
}
