import { readZip, type ZipLimits, type ZipMember, ZipProblem } from "#lib/adapters/evidence/zip-reader";
import type { WaczContents } from "#lib/core/evidence/checks/wacz-package";

const LIMITS: ZipLimits = { entries: 5_000, totalBytes: 8_000_000_000 };
/** datapackage.json lists some ten files. */
const MAX_JSON_BYTES = 4_000_000;

/** What a WACZ holds; `problem` when the zip cannot be read to its end, in English; `unsafe` members that nobody should unpack. */
export type ReadWacz = WaczContents & { unsafe: string[]; problem: string | null };

/** Reads a WACZ once, hashing every member, holding only its two small JSON files. */
export async function readWacz(path: string): Promise<ReadWacz> {
  const contents: ReadWacz = { members: [], packageJson: null, digestJson: null, unsafe: [], problem: null };
  const seen = new Set<string>();
  try {
    await readZip(path, LIMITS, async (member) => {
      if (member.isSpecial || seen.has(member.path.toLowerCase())) contents.unsafe.push(member.path);
      seen.add(member.path.toLowerCase());
      const { bytes, ...digest } = await readMember(member, contents);
      contents.members.push({ path: member.path, bytes, ...digest });
    });
  } catch (thrown) {
    if (!(thrown instanceof ZipProblem)) throw thrown;
    contents.problem = thrown.message;
  }
  return contents;
}

async function readMember(member: ZipMember, contents: ReadWacz) {
  const isPackage = member.path === "datapackage.json";
  if (!isPackage && member.path !== "datapackage-digest.json") return member.read(() => undefined);
  const chunks: Buffer[] = [];
  let held = 0;
  const digest = await member.read((chunk) => {
    held += chunk.length;
    if (held > MAX_JSON_BYTES) throw new ZipProblem(`${member.path} is larger than any that is written`, true);
    chunks.push(chunk);
  });
  if (isPackage) contents.packageJson = Buffer.concat(chunks);
  else contents.digestJson = Buffer.concat(chunks);
  return digest;
}
