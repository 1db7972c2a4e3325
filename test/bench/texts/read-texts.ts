import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "#lib/errors";

/** What columns and fields with the text of a post are called in the collections that we know. */
const TEXT_FIELDS = ["content", "full_text", "text", "Tweet Text", "tweet_text", "tweet"];

/**
 * The texts of a file of posts: CSV with a heading line or JSON lines, also packed with gzip.
 * @throws AppError `bad_input` when no column or field holds texts.
 */
export async function* readTexts(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file);
  const bytes: Readable = file.endsWith(".gz") ? raw.pipe(createGunzip()) : raw;
  const isJson = /\.(jsonl|ndjson|json)(\.gz)?$/.test(file);
  yield* isJson ? jsonTexts(bytes) : csvTexts(bytes, file);
}

async function* jsonTexts(bytes: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    const post = JSON.parse(line) as Record<string, unknown>;
    const text = TEXT_FIELDS.map((field) => post[field]).find((value) => typeof value === "string");
    if (typeof text === "string") yield text;
  }
}

async function* csvTexts(bytes: Readable, file: string): AsyncGenerator<string> {
  let column = -1;
  let isHeading = true;
  for await (const row of csvRows(bytes)) {
    if (isHeading) {
      isHeading = false;
      column = TEXT_FIELDS.map((field) => row.indexOf(field)).find((at) => at >= 0) ?? -1;
      if (column < 0) throw new AppError("bad_input", `${file} has no column called ${TEXT_FIELDS.join(", ")}`);
    } else if (row[column]) {
      yield row[column] as string;
    }
  }
}

/** RFC 4180: fields in double quotes may hold commas, line ends and doubled quotes. */
async function* csvRows(bytes: Readable): AsyncGenerator<string[]> {
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  let wasQuote = false;
  for await (const chunk of bytes.setEncoding("utf8") as AsyncIterable<string>) {
    for (const character of chunk) {
      if (isQuoted) {
        if (wasQuote && character === '"') field += '"';
        else if (wasQuote) isQuoted = false;
        else if (character !== '"') field += character;
        wasQuote = !wasQuote && character === '"';
        if (isQuoted) continue;
      }
      if (character === '"' && field === "") isQuoted = true;
      else if (character === ",") {
        row.push(field);
        field = "";
      } else if (character === "\n") {
        row.push(field.replace(/\r$/, ""));
        yield row;
        row = [];
        field = "";
      } else field += character;
    }
  }
  if (field !== "" || row.length > 0) yield [...row, field];
}
