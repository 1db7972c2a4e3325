import { CSV_BOM, csvRow } from "#lib/core/export/csv";
import { type Graph, writeGraphml } from "#lib/core/export/graphml";
import { type CoPosting, type CoPostingWindow, coPosting, windowMs } from "#lib/core/spread/co-posting";
import type { AccountName } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { MAX_OTHERS, readAccountTies } from "#lib/data/spread/account-ties";
import { findAccountNames } from "#lib/data/spread/names";
import { readCoPosts } from "#lib/data/spread/read-co-posts";
import { withRoom } from "#lib/data/spread/with-room";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import type { TextExport } from "#lib/services/spread/export-posts";
import { type ExportTarget, type OpenTarget, openTarget } from "#lib/services/spread/export-target";
import { periodOf } from "#lib/services/spread/period-of";

/** Pairs that one file holds, the strongest first. */
const MOST = 50_000;

const WINDOW_WORDS: Record<CoPostingWindow, string> = {
  minute: "within one minute of each other",
  ten_minutes: "within ten minutes of each other",
  hour: "within one hour of each other",
  day: "within one day of each other",
  any: "at any time",
};

type NamedTie = {
  a: AccountName;
  b: AccountName;
  phrasings: readonly string[];
  closePairs: number;
  smallestGapMs: number | null;
};

/**
 * Which accounts posted the same phrasing within a time of each other, as a table (CSV) or a graph (GraphML) with the
 * list of shared phrasings on each edge. Of an account: its own ties. The table's last row and the graph's description say
 * what was counted, that it is a sample, and what is missing.
 * @param most for tests.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function exportTies(
  actor: Actor,
  target: ExportTarget,
  query: SpreadQuery,
  format: "csv" | "graphml",
  most = MOST,
): Promise<TextExport> {
  assertMay(actor, "captures.read");
  const { scope, fileName, words } = await openTarget(target);
  const { ties, total, comparedWith, isCut } = await readTies(scope, query, most);
  const accounts = await findAccountNames(
    db(),
    ties.flatMap(({ a, b }) => [a, b]),
  );
  const named = ties.flatMap((tie): NamedTie[] => {
    const [a, b] = [accounts.get(tie.a), accounts.get(tie.b)];
    return a && b ? [{ ...tie, a, b }] : [];
  });
  const said = [
    `Accounts that posted the same phrasing ${WINDOW_WORDS[query.window]}; posts of ${words}`,
    query.from || query.to ? `from ${query.from ?? "the first"} to ${query.to ?? "the last"} (days, UTC)` : "",
    "Reposts and formulas are not counted. A sample: what this archive holds, not everything that was posted",
    total > ties.length ? `The ${ties.length} strongest of ${total} pairs` : `${total} pairs`,
    comparedWith ? `Each post was compared with the ${comparedWith} that follow it in its phrasing only` : "",
    isCut ? "Only the newest posts were looked at" : "",
  ];
  const description = `${said.filter(Boolean).join(". ")}.`;
  if (format === "csv") {
    const chunks = inParts(tieRows(named, description));
    return { fileName: `${fileName}-ties.csv`, mediaType: "text/csv; charset=utf-8", chunks };
  }
  const graph = toGraph(named, description);
  return {
    fileName: `${fileName}-ties.graphml`,
    mediaType: "application/graphml+xml; charset=utf-8",
    chunks: inParts(writeGraphml(graph)),
  };
}

/** Between everybody, or of one account with everybody else. */
async function readTies(
  { kind, id }: OpenTarget["scope"],
  query: SpreadQuery,
  most: number,
): Promise<CoPosting & { isCut: boolean }> {
  const period = periodOf(query);
  if (kind !== "account") {
    const { posts, isCut } = await withRoom(db(), (tx) => readCoPosts(tx, { kind, id }, period));
    return { ...coPosting(posts, { window: query.window, most }), isCut };
  }
  const wish = { windowMs: windowMs(query.window), most };
  const { rows, total, isCut, isBounded } = await withRoom(db(), (tx) => readAccountTies(tx, id, period, wish));
  const ties = rows.map(({ accountId, ...tie }) => ({ ...tie, a: id, b: accountId }));
  return { ties, total, comparedWith: isBounded ? MAX_OTHERS : null, isCut };
}

const TIE_COLUMNS = [
  "platform_a",
  "account_a",
  "platform_b",
  "account_b",
  "shared_phrasings",
  "close_pairs",
  "smallest_gap_seconds",
  "phrasing_ids",
];

/** The last row is no tie: its first cell is `note`, so that programs can leave it out. */
function* tieRows(ties: readonly NamedTie[], note: string): Generator<string> {
  yield CSV_BOM;
  yield csvRow(TIE_COLUMNS);
  for (const { a, b, phrasings, closePairs, smallestGapMs } of ties) {
    const gap = smallestGapMs === null ? null : smallestGapMs / 1000;
    yield csvRow([a.platform, a.handle, b.platform, b.handle, phrasings.length, closePairs, gap, phrasings.join(" ")]);
  }
  yield csvRow(TIE_COLUMNS.map((_, i) => (i === 0 ? "note" : i === TIE_COLUMNS.length - 1 ? note : null)));
}

const keyOf = ({ platform, handle }: AccountName) => `${platform}/${handle}`;

function toGraph(ties: readonly NamedTie[], description: string): Graph {
  const nodes = new Map(ties.flatMap(({ a, b }) => [a, b]).map((account) => [keyOf(account), account]));
  return {
    description,
    nodeColumns: [
      { name: "label", type: "string" },
      { name: "platform", type: "string" },
      { name: "name", type: "string" },
    ],
    edgeColumns: [
      { name: "weight", type: "double" },
      { name: "close_pairs", type: "int" },
      { name: "smallest_gap_seconds", type: "double" },
      { name: "phrasings", type: "string" },
    ],
    nodes: [...nodes].map(([id, { platform, handle, name }]) => ({
      id,
      data: { label: `@${handle}`, platform, name },
    })),
    edges: ties.map(({ a, b, phrasings, closePairs, smallestGapMs }) => ({
      source: keyOf(a),
      target: keyOf(b),
      data: {
        weight: phrasings.length,
        close_pairs: closePairs,
        smallest_gap_seconds: smallestGapMs === null ? null : smallestGapMs / 1000,
        phrasings: phrasings.join(" "),
      },
    })),
  };
}

const PART_CHARS = 64 * 1024;

/** Small pieces glued together: one write each would be slow. */
async function* inParts(pieces: Iterable<string>): AsyncGenerator<string> {
  let part = "";
  for (const piece of pieces) {
    part += piece;
    if (part.length < PART_CHARS) continue;
    yield part;
    part = "";
  }
  if (part !== "") yield part;
}
