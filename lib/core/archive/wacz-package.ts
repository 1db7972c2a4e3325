/** The WARC file's name inside a WACZ and in its index. */
export const ARCHIVED_NAME = "data.warc.gz";

/**
 * The paths inside a WACZ (WACZ 1.1.1 §5). The index ends in `.cdxj`: ReplayWeb.page 2.5 lists the hash of a `.cdx` as
 * invalid, because it never gets round to checking it.
 */
export const WACZ_PATHS = {
  archive: `archive/${ARCHIVED_NAME}`,
  index: "indexes/index.cdxj",
  pages: "pages/pages.jsonl",
  package: "datapackage.json",
  digest: "datapackage-digest.json",
} as const;

/** One file of a WACZ as its data package lists it. */
export type WaczResource = { name: string; path: string; hash: string; bytes: number };

/** What a WACZ says of itself. */
export type WaczFacts = {
  title: string;
  description: string;
  created: Date;
  software: string;
  /** The page that opens first: an address and time that are in the archive. */
  main: { url: string; at: Date };
};

/**
 * `pages/pages.jsonl` (WACZ 1.1.1 §5.4): a header line and the one page.
 * @param text the page's main text, for the viewer's search; left out when there is none.
 */
export function pageList(facts: WaczFacts, text: string | null): string {
  const { main, title } = facts;
  const header = { format: "json-pages-1.0", id: "pages", title: "All Pages", hasText: text !== null };
  const page = { id: "main", url: main.url, ts: main.at.toISOString(), title, ...(text === null ? {} : { text }) };
  return `${JSON.stringify(header)}\n${JSON.stringify(page)}\n`;
}

/** `datapackage.json` (WACZ 1.1.1 §5.5, a Frictionless Data Package). */
export function dataPackage(facts: WaczFacts, resources: WaczResource[]): string {
  const { title, description, created, software, main } = facts;
  const about = {
    profile: "data-package",
    wacz_version: "1.1.1",
    title,
    description,
    created: created.toISOString(),
    modified: created.toISOString(),
    software,
    mainPageUrl: main.url,
    mainPageDate: main.at.toISOString(),
    resources,
  };
  return JSON.stringify(about, null, 2);
}

/**
 * `datapackage-digest.json` with an anonymous signature (WACZ Signing and Verification 0.1.0 §3.1).
 * @param hash `sha256:` and hex, of `datapackage.json`.
 * @param signature ECDSA P-384 with SHA-256 over the UTF-8 text of `hash`, r and s as 96 raw bytes.
 * @param publicKeySpki DER.
 */
export function signedDigest(
  hash: string,
  facts: Pick<WaczFacts, "created" | "software">,
  signed: { signature: Uint8Array; publicKeySpki: Uint8Array },
): string {
  const signedData = {
    hash,
    created: facts.created.toISOString(),
    software: facts.software,
    signature: Buffer.from(signed.signature).toString("base64"),
    publicKey: Buffer.from(signed.publicKeySpki).toString("base64"),
  };
  return JSON.stringify({ path: WACZ_PATHS.package, hash, signedData }, null, 2);
}
