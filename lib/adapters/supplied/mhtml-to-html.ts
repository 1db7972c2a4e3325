import { parseHTML } from "linkedom";
import { type MhtmlPart, mhtmlParts } from "#lib/adapters/supplied/mhtml-parts";

/** A page with more letters or tags than this takes the server's time from everybody; it can still be saved. */
const MAX_PAGE_CHARS = 5_000_000;
const MAX_PAGE_SIGNS = 150_000;
/** Pictures and styles put inside, each as often as the page names it: a large one named a thousand times fills memory. */
const MAX_INSIDE_CHARS = 100_000_000;

/**
 * A saved MHTML page as one HTML document that needs nothing else: styles and pictures of the file are put inside,
 * scripts are left out. A view for people; the supplied file itself stays as it came.
 * @returns null when there is no page in it, or one that is too much to show.
 */
export function mhtmlToHtml(file: Buffer): string | null {
  const parts = mhtmlParts(file);
  const page = parts.find(({ mediaType }) => mediaType === "text/html");
  const html = page && textOf(page);
  if (!html || isTooMuch(html)) return null;
  const inside = new Inside(parts);
  const { document } = parseHTML(html);
  for (const element of document.querySelectorAll("script, base, iframe, object, embed, meta[http-equiv]")) {
    element.remove();
  }
  for (const link of document.querySelectorAll("link")) {
    const style = document.createElement("style");
    const isSheet = /\bstylesheet\b/i.test(link.getAttribute("rel") ?? "");
    style.textContent = isSheet ? inside.styles(link.getAttribute("href")) : "";
    link.replaceWith(style);
  }
  for (const style of document.querySelectorAll("style")) {
    // A style element ends at its end tag wherever that stands.
    style.textContent = inside.intoStyle(style.textContent ?? "").replaceAll(/<\/style/gi, "<\\/style");
  }
  for (const element of document.querySelectorAll("[src], [srcset], [poster]")) {
    element.removeAttribute("srcset");
    for (const name of ["src", "poster"]) {
      const data = inside.dataUrl(element.getAttribute(name));
      if (data) element.setAttribute(name, data);
    }
  }
  return document.toString();
}

const isTooMuch = (html: string) =>
  html.length > MAX_PAGE_CHARS || html.split("<", MAX_PAGE_SIGNS + 1).length > MAX_PAGE_SIGNS;

/** What the file holds beside its page, by the names that the page calls it. */
class Inside {
  readonly #byName: Map<string, MhtmlPart>;
  #left = MAX_INSIDE_CHARS;

  constructor(parts: readonly MhtmlPart[]) {
    this.#byName = new Map(parts.flatMap((part) => part.names.map((name) => [name, part] as const)));
  }

  /** The text of a style sheet; empty when there is none, or no room for it any more. */
  styles(name: string | null): string {
    const part = this.#byName.get(name ?? "");
    return part && this.#take(part.bytes.length) ? textOf(part) : "";
  }

  /** A part as an address of its own; undefined when there is none, or no room for it any more. */
  dataUrl(name: string | null): string | undefined {
    const part = this.#byName.get(name ?? "");
    if (!part || !/^[\w.+-]+\/[\w.+-]+$/.test(part.mediaType)) return undefined;
    if (!this.#take(Math.ceil(part.bytes.length / 3) * 4)) return undefined;
    return `data:${part.mediaType};base64,${part.bytes.toString("base64")}`;
  }

  #take(chars: number): boolean {
    if (chars > this.#left) return false;
    this.#left -= chars;
    return true;
  }

  /** `url(…)` of a style sheet that the file holds, with the bytes in its place. No two parts of the pattern take spaces. */
  intoStyle(css: string): string {
    return css.replace(
      /url\(\s*(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^\s"'()]{1,2000}))\s*\)/g,
      (whole, double?: string, single?: string, bare?: string) => {
        const data = this.dataUrl(double ?? single ?? bare ?? null);
        return data ? `url("${data}")` : whole;
      },
    );
  }
}

function textOf({ bytes, charset }: MhtmlPart): string {
  try {
    return new TextDecoder(charset ?? "utf-8").decode(bytes);
  } catch {
    return bytes.toString("utf8");
  }
}
