import { demoAccount } from "#lib/demo/accounts";
import { type DemoPost, hashtagsOf } from "#lib/demo/demo-post";
import { html, page, scriptJson } from "#lib/demo/pages/layout";
import { DEMO_POSTS } from "#lib/demo/posts";

function avatar(handle: string): string {
  const { hue, name } = demoAccount(handle);
  const letter = html([...name][0] ?? "?");
  return `<svg class="avatar" viewBox="0 0 44 44" aria-hidden="true"><rect width="44" height="44" fill="hsl(${hue} 45% 42%)"/><text x="22" y="30" font-size="22" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
}

/** One post as an article; `attributes` mark the focal or a promoted one. */
export function postArticle(post: DemoPost, attributes = ""): string {
  const { handle, name } = demoAccount(post.handle);
  const counts = Object.entries(post.counts).map(
    ([kind, count]) => `<span data-count="${kind}">${kind} ${count}</span>`,
  );
  return `<article class="post" data-post-id="${post.id}" ${attributes}>
<div class="head">${avatar(handle)}<div class="who"><span class="name">${html(name)}</span><a class="handle" href="/@${handle}">@${handle}</a></div></div>
<p class="text" dir="auto" lang="${post.lang}">${html(post.text)}</p>
<a class="permalink" href="/p/${post.id}"><time datetime="${post.postedAt}">${post.postedAt.slice(0, 16).replace("T", " ")} UTC</time></a>
<div class="counts">${counts.join("")}</div></article>`;
}

/** The JSON that the site's own script loads. */
export function postJson(post: DemoPost) {
  const { handle, name } = demoAccount(post.handle);
  const { id, text, lang, postedAt, counts, replyTo } = post;
  return {
    id,
    text,
    lang,
    created_at: postedAt,
    counts,
    reply_to: replyTo,
    hashtags: hashtagsOf(text),
    author: { handle, name },
  };
}

function jsonLd(post: DemoPost): string {
  const { handle, name } = demoAccount(post.handle);
  const data = {
    "@context": "https://schema.org",
    "@type": "SocialMediaPosting",
    identifier: post.id,
    url: `/p/${post.id}`,
    articleBody: post.text,
    datePublished: post.postedAt,
    inLanguage: post.lang,
    author: { "@type": "Person", name, alternateName: `@${handle}` },
    interactionStatistic: Object.entries(post.counts).map(([kind, count]) => ({
      name: kind,
      userInteractionCount: count,
    })),
  };
  return `<script type="application/ld+json">${scriptJson(data)}</script>`;
}

/** Builds the focal post out of its JSON, as script-rendered platforms do. */
const RENDER_SCRIPT = `
fetch(location.pathname.replace("/p/","/api/posts/")+".json").then(r=>r.json()).then(async p=>{
  const r=await fetch("/api/fragments/"+p.id);document.getElementById("focal").outerHTML=await r.text();
});`;

/** The page of a post that can be seen, with replies and recommended posts that must not leak into it. */
export function livePostPage(post: DemoPost): string {
  const { name } = demoAccount(post.handle);
  const replies = DEMO_POSTS.filter((other) => other.replyTo === post.id && other.state === "live");
  const others = DEMO_POSTS.filter((other) => other.state === "live" && other.id !== post.id && other.replyTo === null);
  const from = Number(BigInt(post.id) % BigInt(others.length - 2));
  const focal = post.isScripted
    ? `<div id="focal">…</div><script>${RENDER_SCRIPT}</script>`
    : postArticle(post, "data-focal");
  const body = `${focal}
<section class="replies">${replies.map((reply) => postArticle(reply)).join("")}</section>
<aside class="recommended"><h2>${post.lang === "ar" ? "قد يعجبك" : "You may like"}</h2>${others
    .slice(from, from + 2)
    .map((other) => postArticle(other))
    .join("")}</aside>`;
  const head = post.isScripted ? "" : `${jsonLd(post)}<meta property="og:description" content="${html(post.text)}">`;
  return page({ title: `${name}: ${post.text.slice(0, 60)}`, lang: post.lang, body, head });
}

type Tombstone = { status: number; reason: string; words: Record<"ar" | "en", string> };

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

/** @param state a key of the table; anything else is "not found". */
export function tombstonePage(state: string, lang: "ar" | "en"): { status: number; body: string } {
  const stone = TOMBSTONES[state] ?? TOMBSTONES.not_found;
  if (!stone) throw new Error("the table has not_found");
  const { status, reason, words } = stone;
  return {
    status,
    body: page({
      title: words[lang],
      lang,
      body: `<div class="tombstone" data-reason="${reason}" role="alert">${words[lang]}</div>`,
    }),
  };
}
