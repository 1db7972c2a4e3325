import { STYLES } from "#lib/demo/pages/styles";
import { type DemoLanguage, WORDS } from "#lib/demo/pages/words";

/** Escapes text for HTML; every value that a page shows goes through it. */
export function html(value: string | number): string {
  const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return String(value).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** JSON inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

const LOGO =
  '<svg viewBox="0 0 30 30" aria-hidden="true"><rect width="30" height="30" rx="8" fill="#c98a2b"/><path d="M6 24V14a9 9 0 0 1 18 0v10h-5v-9a4 4 0 0 0-8 0v9z" fill="#fffdf7"/></svg>';

type Page = { title: string; lang: DemoLanguage; body: string; head?: string; isWide?: boolean };

/** A page of Demo Square, direction and words by language, marked as sample data. */
export function page({ title, lang, body, head = "", isWide = false }: Page): string {
  const words = WORDS[lang];
  const other = lang === "ar" ? "/" : "/?ui=ar";
  return `<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title><link rel="icon" href="data:,"><style>${STYLES}</style>${head}</head>
<body><header class="site"><div><a class="brand" href="${lang === "ar" ? "/?ui=ar" : "/"}">${LOGO}${words.brand}</a>
<nav><a href="/news">${words.gazette}</a><a href="${other}" lang="${lang === "ar" ? "en" : "ar"}">${words.otherLanguage}</a></nav></div></header>
<div class="sample">${words.sample}</div>
<main${isWide ? ' class="wide"' : ""}>${body}</main>
<footer class="site">Demo Square · <bdi>الساحة التجريبية</bdi></footer></body></html>`;
}
