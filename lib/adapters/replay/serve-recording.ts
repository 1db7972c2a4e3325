import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { findScopedFile, findViewerFile, type ViewerFile } from "#lib/adapters/replay/viewer-files";
import { readRange } from "#lib/core/http/byte-range";
import { RECORDING_FILES, type ReplayedPage, VIEWER_FOLDER, viewerPage } from "#lib/core/replay/viewer-pages";
import { pagePolicy } from "#lib/core/replay/viewer-policies";

const ADDRESS = "/replay/check";

const WORDS = {
  lang: "en",
  dir: "ltr",
  title: "Replay",
  loading: "…",
  noScript: "",
  failed: "The viewer did not start.",
} as const;

/** The viewer with one recording on loopback, and nothing else. */
export type RecordingServer = { port: number; pageUrl: string; stop(): Promise<void> };

/**
 * Serves one WACZ file and the viewer, with the very files and policies that readers get.
 * @param waczPath the file.
 */
export async function serveRecording(waczPath: string, page: ReplayedPage): Promise<RecordingServer> {
  const server = createServer((request, response) => {
    answer(request, response, waczPath, page).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    pageUrl: `http://127.0.0.1:${port}${ADDRESS}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, waczPath: string, page: ReplayedPage) {
  const { pathname } = new URL(request.url ?? "/", "http://viewer.invalid");
  if (pathname === ADDRESS) {
    const headers = { "content-type": "text/html;charset=utf-8", "content-security-policy": pagePolicy([]) };
    return void response.writeHead(200, headers).end(viewerPage(ADDRESS, { file: RECORDING_FILES.wacz, page }, WORDS));
  }
  if (pathname === `${ADDRESS}/capture.wacz`) return sendRecording(request, response, waczPath);
  const file = await fileAt(pathname);
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, file.headers).end(file.body);
}

async function fileAt(pathname: string): Promise<ViewerFile | undefined> {
  if (pathname.startsWith(VIEWER_FOLDER)) return findViewerFile(pathname.slice(VIEWER_FOLDER.length));
  if (pathname === `${ADDRESS}/ui.js`) return findViewerFile("ui.js");
  if (pathname.startsWith(`${ADDRESS}/`)) return findScopedFile(ADDRESS, pathname.slice(ADDRESS.length + 1));
  return undefined;
}

async function sendRecording(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const { size } = await stat(path);
  const found = readRange(request.headers.range, size, undefined, "");
  const headers = { "content-type": "application/wacz", "accept-ranges": "bytes", "cache-control": "no-store" };
  if (found.kind === "unsatisfiable") {
    return void response.writeHead(416, { ...headers, "content-range": `bytes */${size}` }).end();
  }
  const { start, end } = found.kind === "part" ? found.range : { start: 0, end: size - 1 };
  const part = found.kind === "part" ? { "content-range": `bytes ${start}-${end}/${size}` } : {};
  response.writeHead(found.kind === "part" ? 206 : 200, { ...headers, ...part, "content-length": end - start + 1 });
  if (request.method === "HEAD") return void response.end();
  createReadStream(path, { start, end })
    .on("error", () => response.destroy())
    .pipe(response);
}
