import { parseHTML } from "linkedom";

/** Parses captured HTML without running anything of it. A fragment gets a document around it; empty input an empty one. */
export function parseDocument(html: string): Document {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

/** The content of the first `<meta>` with this name or property; undefined when there is none or it is empty. */
export function metaContent(document: Document, name: string): string | undefined {
  const meta = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
  return meta?.getAttribute("content")?.trim() || undefined;
}
