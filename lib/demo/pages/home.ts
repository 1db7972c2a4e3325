import { DEMO_ACCOUNTS, demoAccount } from "#lib/demo/accounts";
import { type DemoPost, hashtagsOf } from "#lib/demo/demo-post";
import { OUTCOME_SHAPES } from "#lib/demo/outcome-shapes/table";
import { DEMO_ARTICLES } from "#lib/demo/pages/articles";
import { html, page } from "#lib/demo/pages/layout";
import { avatar, postArticle } from "#lib/demo/pages/post-article";
import { SHAPE_NOTES } from "#lib/demo/pages/shapes";
import { type DemoLanguage, STATE_WORDS, shownTime, WORDS } from "#lib/demo/pages/words";
import { DEMO_POSTS } from "#lib/demo/posts";

/** The index: everything on the site, what can be read first. */
export function homePage(lang: DemoLanguage, isVisible: (post: DemoPost) => boolean): string {
  const words = WORDS[lang];
  const visible = DEMO_POSTS.filter(isVisible).reverse();
  const tags = [...new Set(visible.flatMap((post) => hashtagsOf(post.text)))];
  const gone = DEMO_POSTS.filter((post) => !isVisible(post));
  const body = `<h1>${words.welcome}</h1><p>${words.intro}</p><div class="columns"><section><h2>${words.latest}</h2>
${visible.map((post) => postArticle(post)).join("")}</section>
<aside><h2>${words.hashtags}</h2><ul class="chips">${tags.map(tagChip).join("")}</ul>
<h2>${words.gazette}</h2><ul class="plain">${DEMO_ARTICLES.map((one) => `<li><a href="/news/${one.slug}" lang="${one.lang}"><bdi>${html(one.title)}</bdi></a></li>`).join("")}</ul>
<h2>${words.gone}</h2><ul class="plain">${gone.map((post) => goneRow(post, lang)).join("")}</ul>
<h2>${words.shapes}</h2><ul class="plain">${shapeRows(lang)}</ul></aside></div>`;
  return page({ title: `${words.brand}`, lang, body, isWide: true });
}

/** The page of an account whose posts anybody may read; undefined when there is no such account. */
export function accountPage(handle: string, isVisible: (post: DemoPost) => boolean): string | undefined {
  const account = DEMO_ACCOUNTS.find((one) => one.handle === handle.toLowerCase());
  if (!account) return undefined;
  const posts = DEMO_POSTS.filter((post) => post.handle === account.handle && isVisible(post)).reverse();
  const lang = /\p{Script=Arabic}/u.test(account.name) ? "ar" : "en";
  const body = `<div class="profile" data-account="${account.handle}">${avatar(account.handle)}<div><h1>${html(account.name)}</h1><p><bdi dir="ltr">@${account.handle}</bdi></p><p dir="auto">${html(account.about)}</p></div></div>
<div class="posts">${posts.map((post) => postArticle(post)).join("")}</div><p class="end" data-end>${WORDS[lang].endOfList}</p>`;
  return page({ title: `${account.name} (@${account.handle})`, lang, body });
}

/** Where somebody who is not signed in is sent. */
export function loginPage(lang: DemoLanguage): string {
  const words = WORDS[lang];
  const body = `<h1>${words.signInTitle}</h1><form class="login"><label>${words.name} <input autocomplete="username"></label> <label>${words.password} <input type="password"></label> <button>${words.signIn}</button></form>`;
  return page({ title: words.signInTitle, lang, body });
}

function tagChip(tag: string): string {
  return `<li><a href="/tag/${encodeURIComponent(tag)}" dir="auto">#${html(tag)}</a></li>`;
}

function goneRow(post: DemoPost, lang: DemoLanguage): string {
  const { name } = demoAccount(post.handle);
  return `<li><a href="/p/${post.id}"><bdi>${html(name)}</bdi> · ${STATE_WORDS[post.state][lang]}</a><small><bdi>${shownTime(post.postedAt, lang)}</bdi></small></li>`;
}

function shapeRows(lang: DemoLanguage): string {
  const rows = Object.entries(SHAPE_NOTES).map(([name, note]) => ({ name, path: name, says: note }));
  return [...rows, ...OUTCOME_SHAPES]
    .map(
      ({ name, path, says }) =>
        `<li><a href="/shapes/${path}"><bdi dir="ltr">${name}</bdi></a><small>${says[lang]}</small></li>`,
    )
    .join("");
}
