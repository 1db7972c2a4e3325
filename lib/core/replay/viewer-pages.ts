import { ARCHIVED_POLICY } from "#lib/core/replay/viewer-policies";

/** Where the unmodified viewer lives on the origin that serves it. */
export const VIEWER_FOLDER = "/replay/viewer/";

/** The page that a recording opens with. */
export type ReplayedPage = { url: string; at: Date; title: string };

/** What the viewer asks for under the recording's address, and the page to begin with; without one it lists them all. */
export type ViewedRecording = { file: RecordingFile; page: ReplayedPage | null };

/** The viewer goes by the end of the name. */
export const RECORDING_FILES = { wacz: "capture.wacz", warc: "capture.warc.gz" } as const;
export type RecordingFile = (typeof RECORDING_FILES)[keyof typeof RECORDING_FILES];

export type ViewerWords = {
  lang: string;
  dir: "ltr" | "rtl";
  title: string;
  loading: string;
  noScript: string;
  failed: string;
};

/**
 * The document around the viewer. Its scope is a folder of its own, `<address>/`, outside of which it stands itself:
 * the viewer's service worker must not answer for it.
 * @param address path of this document, without a final slash.
 */
export function viewerPage(address: string, { file, page }: ViewedRecording, words: ViewerWords): string {
  const attribute = (value: string) => value.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).toWellFormed();
  const data: Record<string, string> = {
    scope: `${address}/`,
    source: `${address}/${file}`,
    url: page?.url ?? "",
    ts: page?.at.toISOString().replaceAll(/\D/g, "").slice(0, 14) ?? "",
    failed: words.failed,
  };
  const attributes = Object.entries(data).map(([name, value]) => `data-${name}="${attribute(value)}"`);
  return `<!doctype html>
<html lang="${attribute(words.lang)}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${attribute(words.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${VIEWER_FOLDER}page.css">
<script src="${VIEWER_FOLDER}ui.js" defer></script>
<script src="${VIEWER_FOLDER}start.js" defer></script>
</head>
<body>
<main ${attributes.join(" ")}><p role="status">${attribute(words.loading)}</p><noscript><p>${attribute(words.noScript)}</p></noscript></main>
</body>
</html>
`;
}

export const PAGE_CSS = `html,body{margin:0;block-size:100%;color-scheme:light dark;font:16px/1.6 system-ui,sans-serif}
main{block-size:100%;overflow:hidden}
main p{margin:0;padding:1rem}
`;

/** Puts the viewer on the page as soon as its service worker answers; before that its frame would come from the server. */
export const START_SCRIPT = `"use strict";
(async () => {
  const place = document.querySelector("main");
  const { scope, source, url, ts, failed } = place.dataset;
  // The viewer compares hashes only when its worker's address says so, and only in the service worker. It puts a
  // question mark of its own behind the name; that lands in a parameter that nobody reads.
  const worker = "sw.js?useHashCheck=1&serveIndex=1&rest=";
  try {
    const registration = await navigator.serviceWorker.register(scope + worker + "?serveIndex=1", { scope });
    await new Promise((resolve, reject) => {
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      const look = () => {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new Error("redundant"));
      };
      worker.addEventListener("statechange", look);
      look();
    });
    const viewer = document.createElement("replay-web-page");
    // Servers may take the final slash off a folder's address.
    viewer.replayfile = "index.html";
    const settings = { replaybase: scope, source, url, ts, embed: url ? "replay-with-info" : "default", newWindowBase: location.href, swname: worker, nowebworker: "", nocache: "" };
    // Without a page to begin with, the viewer shows its list of pages.
    if (!url) for (const name of ["url", "ts"]) delete settings[name];
    for (const [name, value] of Object.entries(settings)) viewer.setAttribute(name, value);
    place.replaceChildren(viewer);
  } catch (problem) {
    const words = document.createElement("p");
    words.setAttribute("role", "alert");
    words.textContent = failed;
    place.replaceChildren(words);
    console.error(problem);
  }
})();
`;

/**
 * The service worker of one recording: the viewer's own, unmodified, and before it a few lines that add our policy to
 * every document and worker it answers with. Its own policy lets archived pages open web sockets to anywhere.
 */
export const SERVICE_WORKER = `"use strict";
const POLICY = ${JSON.stringify(ARCHIVED_POLICY)};
const CONFINED = new Set(["document", "iframe", "frame", "worker", "sharedworker"]);
const WITHOUT_BODY = new Set([101, 204, 205, 304]);
function confine(response) {
  if (response.type === "opaque" || response.type === "opaqueredirect" || response.type === "error") return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.append("content-security-policy", POLICY);
  return new Response(WITHOUT_BODY.has(status) ? null : response.body, { status, statusText, headers });
}
if (typeof FetchEvent === "function") {
  const { respondWith } = FetchEvent.prototype;
  FetchEvent.prototype.respondWith = function (answer) {
    const isConfined = CONFINED.has(this.request.destination);
    return respondWith.call(this, isConfined ? Promise.resolve(answer).then(confine) : answer);
  };
}
importScripts("${VIEWER_FOLDER}sw.js");
`;

/** Stands where the viewer's frame looks before its service worker answers; it has nothing to show. */
export const EMPTY_PAGE = `<!doctype html><meta charset="utf-8"><title></title>`;
