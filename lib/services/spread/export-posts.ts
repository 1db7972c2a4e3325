import { CSV_BOM, type CsvCell, csvRow } from "#lib/core/export/csv";
import { db } from "#lib/data/client";
import { type ExportRow, exportPosts as readPosts } from "#lib/data/spread/export-posts";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { type ExportTarget, openTarget } from "#lib/services/spread/export-target";
import { periodOf } from "#lib/services/spread/period-of";

/** A file that is made while it is sent. */
export type TextExport = { fileName: string; mediaType: string; chunks: AsyncIterable<string> };

/** Machine names, the same in every language; times are ISO 8601 in UTC. */
const COLUMNS: [name: string, cell: (row: ExportRow) => CsvCell][] = [
  ["platform", (row) => row.platform],
  ["post_id", (row) => row.platformId],
  ["url", (row) => row.url],
  ["account", (row) => row.handle],
  ["account_name", (row) => row.name],
  ["posted_at", (row) => row.postedAt?.toISOString() ?? null],
  ["text", (row) => row.text],
  ["language", (row) => row.language],
  ["is_repost", (row) => row.isRepost],
  ["hashtags", (row) => row.hashtags.join(" ")],
  ["availability_when_last_seen", (row) => row.availability],
  ["first_seen_at", (row) => row.firstSeenAt.toISOString()],
  ["last_seen_at", (row) => row.lastSeenAt.toISOString()],
  ["wording_id", (row) => row.wordingId],
  ["phrasing_id", (row) => row.phrasingId],
  ["phrasing_originals_in_archive", (row) => originalsOf(row)],
  ["phrasing_reposts_in_archive", (row) => row.phrasingReposts],
  ["capture_id", (row) => row.captureId],
];

const originalsOf = ({ phrasingPosts, phrasingReposts }: ExportRow) =>
  phrasingPosts === null ? null : phrasingPosts - (phrasingReposts ?? 0);

/**
 * The posts of a hashtag, account or phrasing as CSV, oldest first, however many they are: read and written in batches.
 * @throws AppError `not_found`, `not_allowed`; nothing is sent before the first batch was read.
 */
export async function exportPosts(
  actor: Actor,
  target: ExportTarget,
  query: Pick<SpreadQuery, "from" | "to">,
): Promise<TextExport> {
  assertMay(actor, "captures.read");
  const { scope, fileName } = await openTarget(target);
  const batches = readPosts(db(), scope, periodOf(query));
  const first = await batches.next();
  return {
    fileName: `${fileName}-posts.csv`,
    mediaType: "text/csv; charset=utf-8",
    chunks: writeRows(first.done ? [] : first.value, batches),
  };
}

async function* writeRows(first: ExportRow[], rest: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  yield CSV_BOM + csvRow(COLUMNS.map(([name]) => name)) + writeBatch(first);
  for await (const batch of rest) yield writeBatch(batch);
}

const writeBatch = (rows: readonly ExportRow[]) =>
  rows.map((row) => csvRow(COLUMNS.map(([, cell]) => cell(row)))).join("");
