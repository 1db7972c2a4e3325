import { Readable } from "node:stream";
import { type ByteRange, readRange } from "#lib/core/http/byte-range";

/** A file that can be sent whole or, when its hash is known, in parts. */
export type SendableFile = {
  bytes: number;
  /** Null for what is made while it is sent: it is only sent whole. */
  sha256: string | null;
  open(part?: ByteRange): Promise<Readable>;
};

/**
 * A file as an answer: whole (200), one part (206), nothing new (304), or a part that it does not have (416).
 * Answers to HEAD are made the same way; Next drops the body, and nothing is opened before it is read.
 */
export async function answerFile(
  request: Request,
  file: SendableFile,
  more: Record<string, string>,
): Promise<Response> {
  const headers = new Headers(more);
  const etag = file.sha256 === null ? null : `"${file.sha256}"`;
  if (etag === null) return send(await file.open(), file.bytes, 200, headers);
  headers.set("etag", etag);
  headers.set("accept-ranges", "bytes");
  const given = (name: string) => request.headers.get(name);
  const known = given("if-none-match")
    ?.split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known?.some((one) => one === etag || one === "*")) return new Response(null, { status: 304, headers });
  const answer = readRange(given("range"), file.bytes, given("if-range"), etag);
  if (answer.kind === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  if (answer.kind === "whole") return send(await file.open(), file.bytes, 200, headers);
  const { start, end } = answer.range;
  headers.set("content-range", `bytes ${start}-${end}/${file.bytes}`);
  return send(await file.open(answer.range), end - start + 1, 206, headers);
}

function send(stream: Readable, bytes: number, status: 200 | 206, headers: Headers): Response {
  headers.set("content-length", String(bytes));
  return new Response(Readable.toWeb(stream) as ReadableStream, { status, headers });
}
