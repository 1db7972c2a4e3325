import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import type { Socket } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { AppError } from "#lib/errors";

/** One request and its whole answer. */
export type Exchange = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const MAX_HEADER_BYTES = 65_536;

/**
 * One GET over an open connection, which is closed afterwards. A body that somebody compressed although we asked for
 * none is unpacked, and counted unpacked.
 * @param headers complete, `host` included.
 * @throws AppError `answer_too_large`; the signal's reason; whatever the connection or the parser throws.
 */
export async function exchange(
  url: URL,
  socket: Socket,
  headers: Record<string, string>,
  bounds: { maxBytes: number; signal: AbortSignal },
): Promise<Exchange> {
  try {
    const response = await answer(url, socket, headers, bounds.signal);
    const announced = Number(response.headers["content-length"] ?? 0);
    if (announced > bounds.maxBytes) throw tooLarge(url, bounds.maxBytes);
    const body = await readAll(url, decoded(response), bounds.maxBytes);
    return { status: response.statusCode ?? 0, headers: response.headers, body };
  } finally {
    socket.destroy();
  }
}

function answer(
  url: URL,
  socket: Socket,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({
      createConnection: () => socket,
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, connection: "close" },
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    });
    sent.once("response", resolve);
    sent.on("error", reject);
    sent.once("upgrade", () => reject(new AppError("connection_failed", `${url.host} changes the protocol`)));
    sent.end();
  });
}

/** The body as it was before it was packed. An unknown packing is left as it is. */
function decoded(response: IncomingMessage): Readable {
  const unpack = { gzip: createGunzip, "x-gzip": createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const name = response.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  const make = unpack[name as keyof typeof unpack];
  if (!make) return response;
  const stream = make();
  response.once("error", (cause) => stream.destroy(cause));
  return response.pipe(stream);
}

async function readAll(url: URL, body: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(url, maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(url: URL, maxBytes: number): AppError {
  return new AppError("answer_too_large", `${url.host} sends more than ${maxBytes} bytes`, { maxBytes });
}
