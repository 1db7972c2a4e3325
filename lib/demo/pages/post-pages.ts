import { demoAccount } from "#lib/demo/accounts";
import type { DemoPost } from "#lib/demo/demo-post";
import { html, page } from "#lib/demo/pages/layout";
import { jsonLd, postArticle } from "#lib/demo/pages/post-article";
import { type DemoLanguage, WORDS } from "#lib/demo/pages/words";
import { DEMO_POSTS } from "#lib/demo/posts";

/** Builds the focal post out of its JSON, as script-rendered platforms do. */
const RENDER_SCRIPT = `
fetch(location.pathname.replace("/p/","/api/posts/")+".json").then(r=>r.json()).then(async p=>{
  const r=await fetch("/api/fragments/"+p.id);document.getElementById("focal").outerHTML=await r.text();
});`;

/**
 * The page of a post that can be seen, with replies and recommended posts that must not leak into it.
 * @param isVisible whether another post may be shown beside it.
 */
export function livePostPage(post: DemoPost, isVisible: (post: DemoPost) => boolean): string {
  const { name } = demoAccount(post.handle);
  const replies = DEMO_POSTS.filter((other) => other.replyTo === post.id && isVisible(other));
  const others = DEMO_POSTS.filter((other) => isVisible(other) && other.id !== post.id && other.replyTo === null);
  const from = Number(BigInt(post.id) % BigInt(Math.max(1, others.length - 2)));
  const focal = post.isScripted
    ? `<div id="focal" aria-busy="true">…</div><script>${RENDER_SCRIPT}</script>`
    : postArticle(post, "data-focal");
  const list = (posts: DemoPost[]) => posts.map((other) => postArticle(other)).join("");
  const body = `${focal}
<section class="replies">${list(replies)}</section>
<aside class="recommended"><h2>${WORDS[post.lang].recommended}</h2>${list(others.slice(from, from + 2))}</aside>`;
  const head = post.isScripted
    ? ""
    : `${jsonLd(post)}<meta property="og:url" content="/p/${post.id}"><meta property="og:title" content="${html(name)}"><meta property="og:description" content="${html(post.text)}">`;
  return page({ title: `${name}: ${post.text.slice(0, 60)}`, lang: post.lang, body, head });
}

type Tombstone = { status: number; reason: string; words: Record<DemoLanguage, string> };

/** What a post that cannot be seen answers; `login_wall`, `bot_block` and `rate_limited` are answered by the site itself. */
const TOMBSTONES: Record<string, Tombstone> = {
  deleted: {
    status: 410,
    reason: "deleted",
    words: { ar: "حذف صاحب المنشور هذا المنشور.", en: "The author deleted this post." },
  },
  suspended: {
    status: 403,
    reason: "suspended",
    words: { ar: "هذا المنشور من حساب موقوف.", en: "This post is from a suspended account." },
  },
  protected: {
    status: 403,
    reason: "protected",
    words: { ar: "هذا الحساب محمي، ولا يرى منشوراته إلا متابعوه.", en: "This account is protected." },
  },
  withheld: {
    status: 451,
    reason: "withheld",
    words: { ar: "هذا المنشور محجوب في بلدك.", en: "This post is withheld in your country." },
  },
  unavailable: {
    status: 200,
    reason: "unavailable",
    words: { ar: "هذا المنشور غير متاح.", en: "This post is unavailable." },
  },
  age_restricted: {
    status: 200,
    reason: "age_restricted",
    words: {
      ar: "محتوى مقيّد بالعمر. سجّل الدخول لتأكيد عمرك.",
      en: "Age-restricted content. Sign in to confirm your age.",
    },
  },
  not_found: {
    status: 404,
    reason: "not_found",
    words: { ar: "هذه الصفحة غير موجودة.", en: "This page does not exist." },
  },
};

/**
 * A notice where a post, an account or a page should be.
 * @param state a key of the table; anything else is "not found".
 * @param id what the notice is about: a post's id or a handle.
 */
export function tombstonePage(state: string, lang: DemoLanguage, id = ""): { status: number; body: string } {
  const stone = TOMBSTONES[state] ?? TOMBSTONES.not_found;
  if (!stone) throw new Error("the table has not_found");
  const { status, reason, words } = stone;
  const body = `<div class="tombstone" data-reason="${reason}" data-about="${html(id)}" role="alert">${words[lang]}</div>`;
  return { status, body: page({ title: words[lang], lang, body }) };
}
