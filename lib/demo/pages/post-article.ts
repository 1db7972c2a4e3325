import { accountId, demoAccount } from "#lib/demo/accounts";
import { type DemoPost, hashtagsOf } from "#lib/demo/demo-post";
import { html, scriptJson } from "#lib/demo/pages/layout";
import { mediaBlock, mediaJson, mediaLd } from "#lib/demo/pages/post-media";
import { shownTime, WORDS } from "#lib/demo/pages/words";
import { DEMO_POSTS } from "#lib/demo/posts";

/** A picture of an account: its first letter on its colour. */
export function avatar(handle: string): string {
  const { hue, name } = demoAccount(handle);
  const letter = html([...name][0] ?? "?");
  return `<svg class="avatar" viewBox="0 0 44 44" aria-hidden="true"><rect width="44" height="44" fill="hsl(${hue} 42% 38%)"/><text x="22" y="30" font-size="22" fill="#fff" text-anchor="middle">${letter}</text></svg>`;
}

/** One post as an article; `attributes` mark the focal one. */
export function postArticle(post: DemoPost, attributes = ""): string {
  const { handle, name } = demoAccount(post.handle);
  const words = WORDS[post.lang];
  const counts = (["replies", "reposts", "likes"] as const).map(
    (kind) =>
      `<span data-count="${kind}" data-value="${post.counts[kind]}">${words[kind]} <b>${post.counts[kind]}</b></span>`,
  );
  return `<article class="post" data-post-id="${post.id}" lang="${post.lang}" dir="${post.lang === "ar" ? "rtl" : "ltr"}" ${attributes}>
<div class="head">${avatar(handle)}<div class="who"><bdi class="name">${html(name)}</bdi><a class="handle" href="/@${handle}">@${handle}</a></div></div>
<p class="text" dir="auto" lang="${post.lang}">${withLinks(post.text)}</p>${mediaBlock(post)}${quotedBlock(post)}
<a class="permalink" href="/p/${post.id}"><time datetime="${post.postedAt}"><bdi>${shownTime(post.postedAt, post.lang)}</bdi></time></a>
<div class="counts">${counts.join("")}</div></article>`;
}

/** The JSON that the site's own script loads. */
export function postJson(post: DemoPost): object {
  const { handle, name } = demoAccount(post.handle);
  const { id, text, lang, postedAt, counts, replyTo, editIds } = post;
  const quoted = quotedPost(post);
  return {
    id,
    text,
    lang,
    created_at: postedAt,
    counts,
    reply_to: replyTo,
    hashtags: hashtagsOf(text),
    author: { id: accountId(handle), handle, name, picture: `/avatar/${handle}.svg` },
    media: post.media.map(mediaJson),
    edit_ids: editIds,
    quoted: quoted ? postJson(quoted) : null,
  };
}

/** The post for machines, as schema.org has it. */
export function jsonLd(post: DemoPost): string {
  const { handle, name } = demoAccount(post.handle);
  const data = {
    "@context": "https://schema.org",
    "@type": "SocialMediaPosting",
    identifier: post.id,
    url: `/p/${post.id}`,
    articleBody: post.text,
    datePublished: post.postedAt,
    inLanguage: post.lang,
    author: {
      "@type": "Person",
      name,
      alternateName: `@${handle}`,
      identifier: accountId(handle),
      image: `/avatar/${handle}.svg`,
    },
    ...mediaLd(post),
    sharedContent: post.quotes === null ? undefined : { "@type": "SocialMediaPosting", url: `/p/${post.quotes}` },
    parentItem: post.replyTo === null ? undefined : { "@type": "SocialMediaPosting", url: `/p/${post.replyTo}` },
    interactionStatistic: Object.entries(post.counts).map(([kind, count]) => ({
      name: kind,
      userInteractionCount: count,
    })),
  };
  return `<script type="application/ld+json">${scriptJson(data)}</script>`;
}

function quotedPost(post: DemoPost): DemoPost | undefined {
  return post.quotes === null ? undefined : DEMO_POSTS.find(({ id }) => id === post.quotes);
}

/** Somebody else's words inside the post: a reader of pages must not take them for its own. */
function quotedBlock(post: DemoPost): string {
  const quoted = quotedPost(post);
  if (!quoted) return "";
  return `<blockquote class="quoted" cite="/p/${quoted.id}"><bdi>${html(demoAccount(quoted.handle).name)}</bdi> <bdi dir="ltr">@${quoted.handle}</bdi><p dir="auto" lang="${quoted.lang}">${html(quoted.text)}</p></blockquote>`;
}

/** Hashtags become links. Found before escaping: an escape such as `&#39;` has a `#` of its own. */
function withLinks(text: string): string {
  return text
    .split(/(#(?=[\p{L}\p{N}\p{M}_]*\p{L})[\p{L}\p{N}\p{M}_]+)/gu)
    .map((part, i) =>
      i % 2 === 0 ? html(part) : `<a href="/tag/${encodeURIComponent(part.slice(1))}">${html(part)}</a>`,
    )
    .join("");
}
