import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ExportedHit, searchCsvHead, searchCsvNote, searchCsvRow } from "#lib/core/search/csv-rows";
import { readCsv } from "#test/setup/read-csv";

function hit(wish: Partial<ExportedHit> = {}): ExportedHit {
  return {
    id: "post:1",
    kind: "post",
    entityId: "0199aaaa-0000-7000-8000-000000000001",
    title: null,
    text: "",
    platform: "x",
    account: null,
    accountName: null,
    hashtags: [],
    language: null,
    outcome: "content",
    url: "https://x.com/i/status/1",
    captureId: null,
    caseIds: [],
    wordingId: null,
    phrasingId: null,
    copies: 1,
    suppliedBy: null,
    at: "2018-07-03T14:02:00.000Z",
    ranges: [],
    titleRanges: [],
    sourceId: null,
    way: "browser",
    picture: null,
    phrasing: null,
    isTimeKnown: true,
    cases: [],
    postedAt: null,
    capturedAt: null,
    receivedAt: null,
    deskAddress: "",
    ...wish,
  };
}

const [names = []] = readCsv(searchCsvHead());
const cellsOf = (row: string) => {
  const rows = readCsv(row);
  expect(rows).toHaveLength(1);
  return Object.fromEntries(names.map((name, i) => [name, rows[0]?.[i]]));
};

/** What a spreadsheet takes for the beginning of a formula, after what it overlooks. */
const RUNS = /^[\p{Cf}\p{Zs}\t\r\n]*[=+\-@＝＋－＠]/u;

describe("a search as CSV", () => {
  test.each([
    "=cmd|'/c calc'!A0",
    "@SUM(1+1)",
    "+1-800-555",
    "-2+3",
    "\t=1+1",
    "\r=1+1",
    "\n@x",
    "  =1+1",
    '\u200f=HYPERLINK("https://a.example")',
    "＝1+1",
    '"=1+1"',
    'she said "no", twice\r\nand left',
    "رسوم العدادات، «بلا إعلان»",
    ",,,",
    "",
  ])("keeps %j as a text in one cell of one row", (text) => {
    const cells = cellsOf(searchCsvRow(hit({ text, title: text, accountName: text, suppliedBy: text })));
    for (const name of ["text", "title", "account_name", "supplied_by"]) {
      expect(cells[name]).not.toMatch(RUNS);
      expect(cells[name]?.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
    }
    expect(cells.url).toBe("https://x.com/i/status/1");
  });

  test("whatever is written, the row has its columns and nothing in it runs", () => {
    const signs = [
      "=",
      "+",
      "-",
      "@",
      "＝",
      "\t",
      "\r",
      "\n",
      '"',
      ",",
      ";",
      "'",
      " ",
      "\u200f",
      "\ufeff",
      "\0",
      "\ud800",
      "ا",
      "a",
    ];
    const text = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.array(fc.string(), { maxLength: 3 }), (text, hashtags) => {
        const row = searchCsvRow(hit({ text, hashtags, account: text }));
        const cells = readCsv(row)[0] ?? [];
        return row.isWellFormed() && cells.length === names.length && !cells.some((cell) => RUNS.test(cell));
      }),
    );
  });

  test("has every field of a result", () => {
    const cells = cellsOf(
      searchCsvRow(
        hit({
          hashtags: ["مقاطعه", "boycott"],
          captureId: "0199aaaa-0000-7000-8000-000000000002",
          way: "session",
          phrasing: { id: "0199aaaa-0000-7000-8000-000000000003", posts: 12, accounts: 8 },
          cases: [
            { id: "c1", title: { en: "Meters" } },
            { id: "c2", title: { ar: "العدادات" } },
            { id: "c3", title: {} },
          ],
          postedAt: "2018-07-03T14:02:00.000Z",
          capturedAt: "2018-07-04T10:00:00.000Z",
          deskAddress: "https://desk.example/en/desk/captures/1",
        }),
      ),
    );
    expect(cells).toMatchObject({
      kind: "post",
      posted_at: "2018-07-03T14:02:00.000Z",
      captured_at: "2018-07-04T10:00:00.000Z",
      received_at: "",
      state_when_last_seen: "content",
      captured_by: "session",
      hashtags: "#مقاطعه #boycott",
      desk_address: "https://desk.example/en/desk/captures/1",
      posts_of_phrasing: "12",
      accounts_of_phrasing: "8",
      case_files: "Meters | العدادات | c3",
    });
    expect(cellsOf(searchCsvNote(10_000, { total: 23_411, isExact: true }))).toMatchObject({
      kind: "note",
      text: "This list was cut: it holds 10000 of 23411 results.",
      url: "",
    });
    expect(cellsOf(searchCsvNote(9, { total: 9, isExact: false })).text).toMatch("9 of more than 9 results");
  });
});
