import { parseHTML } from "linkedom";
import { type MhtmlPart, mhtmlParts } from "#lib/adapters/supplied/mhtml-parts";

/**
 * A saved MHTML page as one HTML document that needs nothing else: styles and pictures of the file are put inside,
 * scripts are left out. A view for people; the supplied file itself stays as it came.
 * @returns null when there is no page in it.
 */
export function mhtmlToHtml(file: Buffer): string | null {
  const parts = mhtmlParts(file);
  const page = parts.find(({ mediaType }) => mediaType === "text/html");
  if (!page) return null;
  const byName = new Map(parts.flatMap((part) => part.names.map((name) => [name, part] as const)));
  const { document } = parseHTML(textOf(page));
  for (const element of document.querySelectorAll("script, base, iframe, object, embed, meta[http-equiv]")) {
    element.remove();
  }
  for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
    const sheet = byName.get(link.getAttribute("href") ?? "");
    const style = document.createElement("style");
    // A style element ends at its end tag wherever that stands.
    style.textContent = sheet ? withData(textOf(sheet), byName).replaceAll(/<\/style/gi, "<\\/style") : "";
    link.replaceWith(style);
  }
  for (const style of document.querySelectorAll("style")) {
    style.textContent = withData(style.textContent ?? "", byName);
  }
  for (const element of document.querySelectorAll("[src], [srcset], [poster]")) putPictureInside(element, byName);
  return document.toString();
}

function putPictureInside(element: Element, byName: Map<string, MhtmlPart>): void {
  element.removeAttribute("srcset");
  for (const name of ["src", "poster"]) {
    const part = byName.get(element.getAttribute(name) ?? "");
    if (part) element.setAttribute(name, dataUrl(part));
  }
}

/** `url(…)` of a style sheet that the file holds, with the bytes in its place. */
function withData(css: string, byName: Map<string, MhtmlPart>): string {
  return css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote: string, address: string) => {
    const part = byName.get(address);
    return part ? `url("${dataUrl(part)}")` : whole;
  });
}

const dataUrl = ({ mediaType, bytes }: MhtmlPart) => `data:${mediaType};base64,${bytes.toString("base64")}`;

function textOf({ bytes, charset }: MhtmlPart): string {
  try {
    return new TextDecoder(charset ?? "utf-8").decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}
