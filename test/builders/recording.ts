import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWacz } from "#lib/adapters/archive/write-wacz";
import { openWarc } from "#lib/adapters/archive/write-warc";
import type { Exchange } from "#lib/core/archive/exchange";

const PAGE: Exchange = {
  url: "http://news.example/story?id=1",
  method: "GET",
  sentAt: new Date("2026-11-23T20:00:00.123Z"),
  purpose: "document",
  requestHeaders: [["accept", "text/html"]],
  requestBody: new Uint8Array(),
  status: 200,
  statusText: "OK",
  responseHeaders: [["content-type", "text/html; charset=utf-8"]],
  protocol: "h2",
  remoteAddress: "93.184.215.14",
  tls: null,
  truncated: null,
  isReencoded: false,
};

/** An exchange with these differences from an ordinary page, and its body. */
export type RecordedPart = Partial<Exchange> & { body: string | Buffer };

const STORY: RecordedPart[] = [{ body: "<title>Story</title><p>Words of the story" }];

/** A WARC and a WACZ of these exchanges, as the worker would write them. @param signer a key of this moment when absent. */
export async function buildRecording(
  parts: RecordedPart[] = STORY,
  signer?: Parameters<typeof writeWacz>[1]["signer"],
) {
  const folder = await mkdtemp(join(tmpdir(), "daleel-test-"));
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
  try {
    const warcPath = join(folder, "a.warc.gz");
    const warc = await openWarc(warcPath, { software: "Test 1", format: "WARC file version 1.1" });
    for (const { body, ...facts } of parts) {
      const bytes = Buffer.from(body);
      await warc.writeExchange(
        { ...PAGE, ...facts },
        { bytes: bytes.length, open: () => [bytes], drop: () => undefined },
      );
    }
    const text = { open: () => [Buffer.from("Words of the story")] };
    await warc.writeFile({ uri: `urn:text:${PAGE.url}`, mediaType: "text/plain", at: PAGE.sentAt, body: text });
    const indexLines = await warc.close();
    const path = join(folder, "a.wacz");
    const main = { url: parts[0]?.url ?? PAGE.url, at: parts[0]?.sentAt ?? PAGE.sentAt };
    await writeWacz(path, {
      warcPath,
      indexLines,
      facts: { title: "Story", description: "A test", created: new Date(), software: "Test 1", main },
      text: null,
      signer: signer ?? {
        publicKeySpki: publicKey.export({ format: "der", type: "spki" }),
        sign: (bytes) => sign("sha256", bytes, { key: privateKey, dsaEncoding: "ieee-p1363" }),
      },
    });
    return { warc: await readFile(warcPath), wacz: await readFile(path), main };
  } finally {
    await rm(folder, { recursive: true });
  }
}
