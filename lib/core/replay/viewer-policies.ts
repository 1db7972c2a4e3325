/**
 * What ReplayWeb.page may do on the evidence origin. An archived page runs its scripts there, as hostile as the day it
 * was captured, so nothing in the viewer reaches beyond the origin: no request, no socket, no frame, no pop-up.
 */

/** The document around the viewer, as the server sends it. @param appOrigins pages that may show it in a frame. */
export function pagePolicy(appOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${appOrigins.join(" ") || "'none'"}`,
    "sandbox allow-scripts allow-same-origin",
  ].join("; ");
}

/** The viewer's service worker: it reads the recording from this origin, and its digests need WebAssembly. */
export const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Everything that the service worker answers with as a document or worker: the viewer's own pages and archived ones. */
export const ARCHIVED_POLICY = [
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob: mediastream:",
  "connect-src 'self' data: blob:",
  "frame-src 'self' data: blob: about:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "form-action 'self'",
].join("; ");
