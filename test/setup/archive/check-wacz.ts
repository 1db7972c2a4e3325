import { createHash, createPublicKey, verify } from "node:crypto";
import { type Entry, fromBuffer } from "yauzl";
import { checkWarc } from "#test/setup/archive/check-warc";
import { field, parseHttp, readWarc } from "#test/setup/archive/read-warc";

/** A member of a zip: its bytes after inflating, and whether it was stored as it is. */
export type WaczMember = { bytes: Buffer; isStored: boolean };

/** Every member of a zip file by name. */
export function readZip(file: Buffer): Promise<Map<string, WaczMember>> {
  return new Promise((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (problem, zip) => {
      if (problem) return reject(problem);
      const members = new Map<string, WaczMember>();
      zip.on("error", reject);
      zip.on("end", () => resolve(members));
      zip.on("entry", (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("error", reject);
          stream.on("end", () => {
            if (members.has(entry.fileName)) return reject(new Error(`Two members are called ${entry.fileName}`));
            members.set(entry.fileName, { bytes: Buffer.concat(chunks), isStored: entry.compressionMethod === 0 });
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

const sha256 = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

type Package = {
  profile?: unknown;
  wacz_version?: unknown;
  created?: unknown;
  software?: unknown;
  title?: unknown;
  mainPageUrl?: unknown;
  mainPageDate?: unknown;
  resources?: { name?: unknown; path?: unknown; hash?: unknown; bytes?: unknown }[];
};
type Digest = { path?: unknown; hash?: unknown; signedData?: Record<string, unknown> };

/**
 * Every rule of WACZ 1.1.1 and of its signing specification 0.1.0 that a file breaks, and every rule of the WARC inside.
 * Written from those documents; shares no code with the writer.
 */
export async function checkWacz(file: Buffer): Promise<string[]> {
  const broken: string[] = [];
  const must = (rule: string, holds: boolean) => void (holds || broken.push(rule));
  const members = await readZip(file);
  const json = <T>(name: string) => JSON.parse(members.get(name)?.bytes.toString("utf8") ?? "null") as T | null;

  const archives = [...members].filter(([name]) => name.startsWith("archive/"));
  must("§5.1.1 archive/ holds WARC files", archives.length > 0);
  for (const [name, { bytes, isStored }] of archives) {
    must(`§5.1.1 ${name} is a .warc or .warc.gz`, /^archive\/[^/]+\.warc(?:\.gz)?$/.test(name));
    must(`§5.3 ${name} is compressed already, so it is stored`, isStored);
    broken.push(...(await checkWarc(bytes)));
  }

  const about = json<Package>("datapackage.json");
  must("§5.1.4 datapackage.json is there", about !== null);
  must("§5.5 profile is data-package", about?.profile === "data-package");
  must("§5.5 wacz_version is 1.1.1", about?.wacz_version === "1.1.1");
  must("§5.5 created is a time", RFC3339.test(String(about?.created)));
  for (const name of ["title", "software", "mainPageUrl", "mainPageDate"] as const) {
    must(`§5.5 ${name} should be there`, typeof about?.[name] === "string" && about[name] !== "");
  }
  const listed = about?.resources ?? [];
  const unlisted = new Set([...members.keys()].filter((name) => !/^datapackage(?:-digest)?\.json$/.test(name)));
  for (const { name, path, hash, bytes } of listed) {
    const member = members.get(String(path));
    must(`§5.5 ${path} is in the file`, member !== undefined);
    must(`§5.5 ${path} has a name`, name === String(path).split("/").at(-1));
    must(`§5.5 ${path} has the listed SHA-256`, member !== undefined && hash === sha256(member.bytes));
    must(`§5.5 ${path} has the listed length`, bytes === member?.bytes.length);
    unlisted.delete(String(path));
  }
  must(`§5.5 every file is listed (${[...unlisted].join()})`, unlisted.size === 0);

  const digest = json<Digest>("datapackage-digest.json");
  const aboutHash = sha256(members.get("datapackage.json")?.bytes ?? Buffer.alloc(0));
  must("§5.6 the digest is of datapackage.json", digest?.path === "datapackage.json" && digest.hash === aboutHash);
  broken.push(...checkSignature(digest?.signedData, aboutHash, about));
  broken.push(...(await checkPagesAndIndex(members, about)));
  return broken;
}

/** WACZ signing 0.1.0 §3.1: an anonymous signature. */
function checkSignature(signed: Record<string, unknown> | undefined, hash: string, about: Package | null): string[] {
  if (!signed) return ["signing §3: there is a signature"];
  const broken: string[] = [];
  const must = (rule: string, holds: boolean) => void (holds || broken.push(rule));
  const allowed = new Set(["hash", "created", "software", "version", "signature", "publicKey"]);
  must(
    "signing §3.1 has no other members",
    Object.keys(signed).every((name) => allowed.has(name)),
  );
  must("signing §3.1 signs the hash of datapackage.json", signed.hash === hash);
  must("signing §3.1 created is that of the package", signed.created === about?.created);
  must("signing §3.1 names its software", typeof signed.software === "string");
  const signature = Buffer.from(String(signed.signature), "base64");
  must("signing §3.1 the signature is r and s of P-384", signature.length === 96);
  const spki = Buffer.from(String(signed.publicKey), "base64");
  const key = createPublicKey({ key: spki, format: "der", type: "spki" });
  must("signing §3.1 the key is ECDSA P-384", key.asymmetricKeyDetails?.namedCurve === "secp384r1");
  const holds = verify("sha256", Buffer.from(hash, "utf8"), { key, dsaEncoding: "ieee-p1363" }, signature);
  must("signing §3.1 the signature holds", holds);
  return broken;
}

/** WACZ 1.1.1 §5.2 and §5.4: every page and every index line leads to a record that is there. */
async function checkPagesAndIndex(members: Map<string, WaczMember>, about: Package | null): Promise<string[]> {
  const broken: string[] = [];
  const must = (rule: string, holds: boolean) => void (holds || broken.push(rule));
  const warcs = new Map<string, Awaited<ReturnType<typeof readWarc>>>();
  for (const [name, { bytes }] of members) {
    if (name.startsWith("archive/")) warcs.set(name.slice("archive/".length), await readWarc(bytes));
  }
  const indexes = [...members.keys()].filter((name) => name.startsWith("indexes/"));
  must(
    "§5.1.2 indexes/ holds CDX or CDXJ files",
    indexes.every((name) => /^indexes\/[^/]+\.cdxj?$/.test(name)),
  );
  const lines = (members.get(indexes[0] ?? "")?.bytes.toString("utf8") ?? "").split("\n").filter(Boolean);
  must("§5.1.2 indexes/ holds a CDXJ", lines.length > 0);
  must(
    "§5.2 the index is sorted",
    lines.every((line, i) => i === 0 || (lines[i - 1] ?? "") <= line),
  );
  const indexed = new Set<unknown>();
  for (const line of lines) {
    const [, , timestamp = "", text = ""] = /^(\S+) (\d{14}) (\{.*\})$/.exec(line) ?? [];
    const entry = JSON.parse(text || "{}") as Record<string, string>;
    const record = warcs.get(entry.filename ?? "")?.find(({ offset }) => offset === Number(entry.offset));
    must(`§5.2 ${line.slice(0, 60)} leads to a record`, record !== undefined);
    if (!record) continue;
    indexed.add(record);
    must(`§5.2 ${entry.url}: length`, Number(entry.length) === record.length);
    must(`§5.2 ${entry.url}: url`, entry.url === field(record, "WARC-Target-URI"));
    must(
      `§5.2 ${entry.url}: time`,
      timestamp === (field(record, "WARC-Date") ?? "").replaceAll(/\D/g, "").slice(0, 14),
    );
    must(`§5.2 ${entry.url}: digest`, entry.digest === field(record, "WARC-Payload-Digest"));
    if (field(record, "WARC-Type") !== "response") continue;
    must(`§5.2 ${entry.url}: status`, parseHttp(record.block).firstLine.split(" ")[1] === entry.status);
  }
  for (const records of warcs.values()) {
    for (const record of records) {
      const isContent = ["response", "resource"].includes(field(record, "WARC-Type") ?? "");
      must(`§5.2 ${field(record, "WARC-Target-URI")} is in the index`, !isContent || indexed.has(record));
    }
  }

  const [head = "{}", ...pages] = (members.get("pages/pages.jsonl")?.bytes.toString("utf8") ?? "").trim().split("\n");
  const header = JSON.parse(head) as Record<string, unknown>;
  must("§5.4 pages.jsonl has its header", header.format === "json-pages-1.0" && header.id === "pages");
  must("§5.4 there is a page", pages.length > 0);
  for (const line of pages) {
    const page = JSON.parse(line) as Record<string, unknown>;
    must("§5.4 a page has a time", RFC3339.test(String(page.ts)));
    const isThere = [...warcs.values()].flat().some((record) => {
      const isIt = field(record, "WARC-Target-URI") === page.url && field(record, "WARC-Date") === page.ts;
      return isIt && field(record, "WARC-Type") === "response";
    });
    must(`§5.4 the page ${page.url} is in the archive`, isThere);
  }
  const first = JSON.parse(pages[0] ?? "{}") as Record<string, unknown>;
  must("§5.5 the main page is a page", first.url === about?.mainPageUrl && first.ts === about?.mainPageDate);
  return broken;
}
