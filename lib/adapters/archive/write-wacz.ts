import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import {
  ARCHIVED_NAME,
  dataPackage,
  pageList,
  signedDigest,
  WACZ_PATHS,
  type WaczFacts,
  type WaczResource,
} from "#lib/core/archive/wacz-package";

export type WaczInput = {
  /** The WARC file to pack. */
  warcPath: string;
  /** Its index: CDXJ lines, sorted, each with its line break. */
  indexLines: string[];
  facts: WaczFacts;
  /** The page's main text; null when there is none. */
  text: string | null;
  signer: { publicKeySpki: Uint8Array; sign(bytes: Uint8Array): Uint8Array };
};

/**
 * Packs a WARC as a signed WACZ 1.1.1. The WARC is stored as it is: viewers read single records out of it.
 * @param path a new file.
 * @throws system errors when the disk is full.
 */
export async function writeWacz(path: string, input: WaczInput): Promise<void> {
  const { warcPath, facts, signer } = input;
  const index = Buffer.from(input.indexLines.join(""), "utf8");
  const pages = Buffer.from(pageList(facts, input.text), "utf8");
  const resources = [
    { name: ARCHIVED_NAME, path: WACZ_PATHS.archive, ...(await describeFile(warcPath)) },
    resource("index.cdxj", WACZ_PATHS.index, index),
    resource("pages.jsonl", WACZ_PATHS.pages, pages),
  ];
  const about = Buffer.from(dataPackage(facts, resources), "utf8");
  const { hash } = describe(about);
  const signature = signer.sign(Buffer.from(hash, "utf8"));
  const digest = signedDigest(hash, facts, { signature, publicKeySpki: signer.publicKeySpki });

  const zip = new ZipFile();
  const failed = new Promise<never>((_, reject) => zip.once("error", reject));
  const mtime = facts.created;
  zip.addFile(warcPath, WACZ_PATHS.archive, { compress: false, mtime, mode: 0o100644 });
  zip.addBuffer(index, WACZ_PATHS.index, { mtime });
  zip.addBuffer(pages, WACZ_PATHS.pages, { mtime });
  zip.addBuffer(about, WACZ_PATHS.package, { mtime });
  zip.addBuffer(Buffer.from(digest, "utf8"), WACZ_PATHS.digest, { mtime });
  zip.end();
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path, { flags: "wx" })), failed]);
}

const resource = (name: string, path: string, bytes: Buffer): WaczResource => ({ name, path, ...describe(bytes) });

function describe(bytes: Buffer): { hash: string; bytes: number } {
  return { hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`, bytes: bytes.length };
}

async function describeFile(path: string): Promise<{ hash: string; bytes: number }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { hash: `sha256:${hash.digest("hex")}`, bytes: (await stat(path)).size };
}
