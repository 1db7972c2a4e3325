/** Tells spreadsheets that the file is UTF-8; written once, before the first row. */
export const CSV_BOM = "\uFEFF";

/** Times as ISO text. Numbers and booleans are ours; every text is somebody's and is treated as such. */
export type CsvCell = string | number | boolean | null;

/** Where a spreadsheet may take up a new cell: the beginning, a new line, a tab, a semicolon (the separator of half of Europe). */
const FORMULA = /(^|[\r\n\t;])([\p{Cf}\p{Zs}]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/**
 * One row with its line end (RFC 4180): quoted where a comma, a quote or a line end makes it necessary.
 * A text that a spreadsheet would take for a formula gets an apostrophe before the sign (OWASP, "CSV Injection"); signs
 * of format and white space in front of it do not hide it. Unpaired surrogates become U+FFFD, and U+0000 is dropped.
 */
export function csvRow(cells: readonly CsvCell[]): string {
  return `${cells.map(writeCell).join(",")}\r\n`;
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = neutralise(cell.toWellFormed().replaceAll("\u0000", ""));
  return /[",\r\n;\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same text, with nothing left in it that a spreadsheet would run. */
function neutralise(text: string): string {
  return text.replaceAll(FORMULA, "$1$2'").replace(/^(?=[\t\r\n])/u, "'");
}
