import { type CsvCell, csvRow } from "#lib/core/export/csv";
import type { ArchiveHit, BilingualText } from "#lib/core/search/views";

/** A result with what only the file says of it; times as ISO text in UTC. */
export type ExportedHit = ArchiveHit & {
  /** When the platform says it was posted. */
  postedAt: string | null;
  /** When the capture to show was finished. */
  capturedAt: string | null;
  /** When a supplied file came. */
  receivedAt: string | null;
  /** Where the desk shows it. */
  deskAddress: string;
};

/** Column names and what stands under them. The names are the same in both languages: programs read them. */
const COLUMNS: readonly [name: string, cell: (hit: ExportedHit) => CsvCell][] = [
  ["kind", (hit) => hit.kind],
  ["id", (hit) => hit.entityId],
  ["posted_at", (hit) => hit.postedAt],
  ["captured_at", (hit) => hit.capturedAt],
  ["received_at", (hit) => hit.receivedAt],
  ["account", (hit) => hit.account],
  ["account_name", (hit) => hit.accountName],
  ["platform", (hit) => hit.platform],
  ["language", (hit) => hit.language],
  ["state_when_last_seen", (hit) => hit.outcome],
  ["captured_by", (hit) => (hit.captureId ? hit.way : null)],
  ["title", (hit) => hit.title],
  ["text", (hit) => hit.text],
  ["hashtags", (hit) => hit.hashtags.map((tag) => `#${tag}`).join(" ")],
  ["url", (hit) => hit.url],
  ["desk_address", (hit) => hit.deskAddress],
  ["capture_id", (hit) => hit.captureId],
  ["wording_id", (hit) => hit.wordingId],
  ["phrasing_id", (hit) => hit.phrasing?.id ?? null],
  ["posts_of_phrasing", (hit) => hit.phrasing?.posts ?? null],
  ["accounts_of_phrasing", (hit) => hit.phrasing?.accounts ?? null],
  ["case_files", (hit) => hit.cases.map((each) => anyTitle(each.title) || each.id).join(" | ")],
  ["supplied_by", (hit) => hit.suppliedBy],
];

/** The row of column names. */
export function searchCsvHead(): string {
  return csvRow(COLUMNS.map(([name]) => name));
}

/** One result as a row. */
export function searchCsvRow(hit: ExportedHit): string {
  return csvRow(COLUMNS.map(([, cell]) => cell(hit)));
}

/** The last row of a list that was cut: its kind is `note`, so that programs can leave it out. */
export function searchCsvNote(written: number, { total, isExact }: { total: number; isExact: boolean }): string {
  const note = `This list was cut: it holds ${written} of ${isExact ? total : `more than ${total}`} results.`;
  return csvRow(COLUMNS.map(([name]) => (name === "kind" ? "note" : name === "text" ? note : null)));
}

function anyTitle(title: BilingualText): string | undefined {
  return title.en || title.ar;
}
