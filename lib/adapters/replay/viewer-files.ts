import { readFile } from "node:fs/promises";
import { EMPTY_PAGE, PAGE_CSS, SERVICE_WORKER, START_SCRIPT } from "#lib/core/replay/viewer-pages";
import { WORKER_POLICY } from "#lib/core/replay/viewer-policies";
import { projectPath } from "#lib/paths";

/** A file of the viewer as it is sent. */
export type ViewerFile = { body: Uint8Array | string; headers: Record<string, string> };

const SCRIPT = "text/javascript;charset=utf-8";

/** ReplayWeb.page (AGPL-3.0-or-later), from its npm package, byte for byte. */
const PACKAGE_FILES = new Map([
  ["ui.js", SCRIPT],
  ["sw.js", SCRIPT],
  ["LICENSE", "text/plain;charset=utf-8"],
]);

const OWN_FILES = new Map<string, ViewerFile>([
  ["start.js", { body: START_SCRIPT, headers: { "content-type": SCRIPT } }],
  ["page.css", { body: PAGE_CSS, headers: { "content-type": "text/css;charset=utf-8" } }],
]);

/** A file that all recordings share, under `/replay/viewer/`; undefined when there is none of this name. */
export async function findViewerFile(name: string): Promise<ViewerFile | undefined> {
  const own = OWN_FILES.get(name);
  if (own) return withCommonHeaders(own, "public, max-age=300");
  const type = PACKAGE_FILES.get(name);
  if (!type) return undefined;
  const body = await readFile(projectPath("node_modules", "replaywebpage", name));
  const headers: Record<string, string> = { "content-type": type };
  if (name === "sw.js") headers["content-security-policy"] = WORKER_POLICY;
  return withCommonHeaders({ body, headers }, "public, max-age=86400");
}

/**
 * A file in the folder of one recording; undefined when there is none of this name.
 * @param address path of the recording's page, without a final slash.
 */
export function findScopedFile(address: string, name: string): ViewerFile | undefined {
  const file = scopedFile(address, name);
  return file && withCommonHeaders(file, "private, no-store");
}

function scopedFile(address: string, name: string): ViewerFile | undefined {
  if (name === "sw.js") {
    const policy = { "content-security-policy": WORKER_POLICY, "service-worker-allowed": `${address}/` };
    return { body: SERVICE_WORKER, headers: { "content-type": SCRIPT, ...policy } };
  }
  if (name !== "index.html") return undefined;
  const headers = { "content-type": "text/html;charset=utf-8", "content-security-policy": "default-src 'none'" };
  return { body: EMPTY_PAGE, headers };
}

/** The viewer's version, as its package says. */
export async function viewerVersion(): Promise<string> {
  const about = JSON.parse(await readFile(projectPath("node_modules", "replaywebpage", "package.json"), "utf8"));
  return String(about.version);
}

function withCommonHeaders({ body, headers }: ViewerFile, cacheControl: string): ViewerFile {
  return {
    body,
    headers: {
      ...headers,
      "cache-control": cacheControl,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
      "x-robots-tag": "noindex",
    },
  };
}
