/** Pictures that a browser decodes without ever running anything in them; SVG is a document, so it is not one. */
const PICTURES = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

/** Whether the application's own origin may show a file of this type; everything else only the evidence origin. */
export function isPlainPicture(mediaType: string): boolean {
  return PICTURES.has(bareType(mediaType));
}

/** Types that a sandboxed page can show; others are only saved. PDF viewers do not start in a sandbox. */
const SHOWN = new Set(["text/html", "text/plain", "application/json", "application/xhtml+xml", "text/xml"]);

/** Whether the evidence origin shows a file in the browser instead of saving it. */
export function isShownInSandbox(mediaType: string): boolean {
  return isPlainPicture(mediaType) || SHOWN.has(bareType(mediaType));
}

/** Whether a file is a film that browsers play. */
export function isFilm(mediaType: string): boolean {
  return /^video\/(?:mp4|webm|quicktime)$/.test(bareType(mediaType));
}

/** `text/html; charset=utf-8` → `text/html` */
function bareType(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

/**
 * The value of `Content-Disposition` for a file name in any alphabet (RFC 6266, RFC 8187):
 * a plain ASCII name for old readers and the exact one in UTF-8. Nothing in a name can end the header.
 */
export function contentDisposition(kind: "inline" | "attachment", name: string): string {
  const wellFormed = name.toWellFormed();
  const ascii = wellFormed.replaceAll(/[^\w.-]/g, "_");
  const exact = encodeURIComponent(wellFormed).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
