/** Escapes text for HTML; every value that a page shows goes through it. */
export function html(value: string | number): string {
  const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return String(value).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}

/** JSON inside a script element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

const CSS = `
:root{--ink:#20302b;--paper:#f3efe4;--card:#fffdf6;--line:#d8d0bb;--sand:#c98a2b;--palm:#2f6f55}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"Noto Naskh Arabic",sans-serif}
header.site{background:var(--palm);color:#fff;padding:.8rem 1.2rem;display:flex;gap:.8rem;align-items:baseline;flex-wrap:wrap}
header.site a{color:#fff;text-decoration:none;font-weight:700;font-size:1.2rem}header.site .sample{background:var(--sand);padding:.1rem .6rem;border-radius:1rem;font-size:.85rem}
main{max-width:640px;margin:0 auto;padding:1rem}
.post{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:1rem;margin-block:0 .8rem}
.post .head{display:flex;gap:.7rem;align-items:center}.post .who{display:flex;flex-direction:column;line-height:1.3}
.post .name{font-weight:700}.post .handle{color:#6b7a73;text-decoration:none;direction:ltr;unicode-bidi:isolate}
.avatar{width:44px;height:44px;border-radius:50%;flex:none}.post .text{font-size:1.25rem;line-height:1.75;white-space:pre-wrap;margin-block:.7rem;overflow-wrap:anywhere}
.post .permalink{color:#6b7a73;font-size:.9rem}.post .counts{display:flex;gap:1.4rem;border-block-start:1px solid var(--line);margin-block-start:.7rem;padding-block-start:.6rem;color:#54645d;font-size:.95rem}
.replies .post .text,.recommended .post .text,.list .post .text{font-size:1.05rem}.recommended{border-block-start:3px solid var(--sand);margin-block-start:1.5rem}
.promoted{border-style:dashed}.tombstone,.interstitial{background:#e9e3d2;border:1px dashed #a89c7d;border-radius:14px;padding:2rem 1rem;text-align:center;font-size:1.1rem}
.list{position:relative}.list .post{position:absolute;inset-inline:0;height:250px;overflow:hidden}.end{text-align:center;color:#6b7a73;padding:1rem}
article.story{background:var(--card);padding:1.2rem 1.4rem;border:1px solid var(--line)}article.story h1{line-height:1.35}
.consent{position:fixed;inset-inline:0;inset-block-end:0;background:#20302b;color:#fff;padding:1rem;display:flex;gap:1rem;justify-content:center;flex-wrap:wrap}
`;

type Page = { title: string; lang: "ar" | "en"; body: string; head?: string };

/** A page of Demo Square, direction by language. */
export function page({ title, lang, body, head = "" }: Page): string {
  return `<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title><style>${CSS}</style>${head}</head>
<body><header class="site"><a href="/">Demo Square · ساحة تجريبية</a><span class="sample">sample data · بيانات للتجربة</span></header>
<main>${body}</main></body></html>`;
}
