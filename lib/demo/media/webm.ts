/**
 * A silent WebM of VP8 key frames: the smallest film that browsers play. Elements and ids after RFC 8794 (EBML) and
 * RFC 9559 (Matroska); a VP8 key frame is what a lossy WebP holds in its `VP8 ` chunk (RFC 9649).
 *
 * @param frames lossy WebP pictures of one size, without transparency.
 * @param frameMs how long each is shown.
 */
export function makeWebm(frames: Buffer[], size: { width: number; height: number; frameMs: number }): Buffer {
  const { width, height, frameMs } = size;
  const durationMs = Buffer.alloc(8);
  durationMs.writeDoubleBE(frames.length * frameMs);
  return Buffer.concat([
    element(
      "1a45dfa3",
      number("4286", 1),
      number("42f7", 1),
      number("42f2", 4),
      number("42f3", 8),
      text("4282", "webm"),
      number("4287", 2),
      number("4285", 2),
    ),
    element(
      "18538067",
      element(
        "1549a966",
        number("2ad7b1", 1_000_000),
        element("4489", durationMs),
        text("4d80", "Daleel demo"),
        text("5741", "Daleel demo"),
      ),
      element(
        "1654ae6b",
        element(
          "ae",
          number("d7", 1),
          number("73c5", 1),
          number("83", 1),
          text("86", "V_VP8"),
          element("e0", number("b0", width), number("ba", height)),
        ),
      ),
      element(
        "1f43b675",
        number("e7", 0),
        ...frames.map((frame, i) => element("a3", blockHead(i * frameMs), vp8Of(frame))),
      ),
    ),
  ]);
}

/** Track 1, milliseconds since the cluster began, "key frame". */
function blockHead(atMs: number): Buffer {
  const head = Buffer.from([0x81, 0, 0, 0x80]);
  head.writeInt16BE(atMs, 1);
  return head;
}

function element(id: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE((1n << 56n) | BigInt(body.length));
  return Buffer.concat([Buffer.from(id, "hex"), length, body]);
}

function number(id: string, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return element(id, bytes);
}

const text = (id: string, value: string) => element(id, Buffer.from(value, "ascii"));

/** The VP8 frame inside a WebP (RIFF chunks). */
function vp8Of(webp: Buffer): Buffer {
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = webp.readUInt32LE(at + 4);
    if (webp.toString("latin1", at, at + 4) === "VP8 ") return webp.subarray(at + 8, at + 8 + length);
    at += 8 + length + (length % 2);
  }
  throw new Error("This WebP holds no VP8 frame");
}
