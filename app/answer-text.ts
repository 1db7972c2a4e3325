import { Readable } from "node:stream";
import { contentDisposition } from "#lib/core/evidence/served-as";

/** A text that is made while it is sent, to be saved as a file. */
export function answerText(file: { fileName: string; mediaType: string; chunks: AsyncIterable<string> }): Response {
  const stream = Readable.from(toBytes(file.chunks), { objectMode: false });
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      "content-type": file.mediaType,
      "content-disposition": contentDisposition("attachment", file.fileName),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

async function* toBytes(chunks: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk, "utf8");
}
