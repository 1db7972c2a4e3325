type Options = {
  /** Of this one answer; without it inline scripts are allowed, because a cached page cannot carry a fresh nonce. */
  nonce?: string;
  /** Where captured files are shown, e.g. `http://evidence.localhost:3000`. */
  evidenceOrigins: readonly string[];
  /** Next's development server evaluates code and talks through a web socket. */
  isDevelopment?: boolean;
};

/**
 * The Content-Security-Policy (CSP level 3) of Daleel's own pages: nothing from third parties, never framed, captured
 * files only from the evidence origin. Inline styles are allowed: pictures' sizes and the editor set them.
 */
export function contentPolicy({ nonce, evidenceOrigins, isDevelopment = false }: Options): string {
  const evidence = evidenceOrigins.join(" ");
  const scripts = ["'self'", nonce ? `'nonce-${nonce}'` : "'unsafe-inline'", isDevelopment && "'unsafe-eval'"];
  const directives: [string, string][] = [
    ["default-src", "'self'"],
    ["script-src", scripts.filter(Boolean).join(" ")],
    ["style-src", "'self' 'unsafe-inline'"],
    ["img-src", `'self' data: blob: ${evidence}`],
    ["media-src", `'self' ${evidence}`],
    ["font-src", "'self'"],
    ["connect-src", isDevelopment ? "'self' ws:" : "'self'"],
    // Its own address sends frames on to the evidence origin; its pages themselves are never framed, see the last line.
    ["frame-src", `'self' ${evidence}`],
    ["worker-src", "'self'"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
  ];
  return directives.map(([name, value]) => `${name} ${value.trim()}`).join("; ");
}

/**
 * The evidence origin at any port: policies of cached pages are fixed when the pages are built, and the port is only
 * known when the server starts. Without a setting it is the default name.
 */
export function evidenceOriginAtAnyPort(origin: string | undefined): string {
  const { protocol, hostname } = new URL(origin ?? "http://evidence.localhost");
  return `${protocol}//${hostname}:*`;
}
