import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { DEMO_ACCOUNTS } from "#lib/demo/accounts";
import { type DemoPost, hashtagsOf } from "#lib/demo/demo-post";
import { articlePage, DEMO_ARTICLES, vanishedArticlePage } from "#lib/demo/pages/articles";
import { html, page } from "#lib/demo/pages/layout";
import { livePostPage, postArticle, postJson, tombstonePage } from "#lib/demo/pages/post-pages";
import { SHAPES } from "#lib/demo/pages/shapes";
import { promotedRow, tagPage } from "#lib/demo/pages/tag-page";
import { DEMO_POSTS, postsOfTag } from "#lib/demo/posts";

export type DemoSite = {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** The author takes a post away, or the newspaper an article: id or slug. */
  remove(idOrSlug: string): void;
  restore(idOrSlug: string): void;
  stop(): Promise<void>;
};

/** Posts that one request of a list brings. */
const LIST_PAGE = 8;
const PROMOTED_EVERY = 6;

/**
 * Starts Demo Square on loopback.
 * @param port 0 takes any free one.
 */
export async function startDemoSite({ port, host = "127.0.0.1" }: { port: number; host?: string }): Promise<DemoSite> {
  const removed = new Set<string>();
  const server = createServer((request, response) => answer(request, response, removed));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    origin: `http://${host}:${(server.address() as AddressInfo).port}`,
    remove: (idOrSlug) => void removed.add(idOrSlug),
    restore: (idOrSlug) => void removed.delete(idOrSlug),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, removed: ReadonlySet<string>): void {
  const url = new URL(request.url ?? "/", "http://demo.invalid");
  const [first = "", second = "", third = ""] = url.pathname.split("/").slice(1).map(safeDecode);
  const shape = first === "shapes" ? SHAPES[second] : undefined;
  if (shape) shape(request, response);
  else if (first === "api" && second === "tag") {
    sendJson(response, listRows(third, url.searchParams.get("cursor"), removed));
  } else if (first === "api") sendPart(response, second, third);
  else sendPage(response, pageFor(first, second, removed));
}

type Page = { status: number; body: string; headers?: Record<string, string> };

function pageFor(first: string, second: string, removed: ReadonlySet<string>): Page {
  if (first === "") return { status: 200, body: homePage() };
  if (first === "p") return postPage(second, removed);
  if (first === "tag" && second) return { status: 200, body: tagPage(second) };
  if (first === "news") return newsPage(second, removed);
  if (first.startsWith("@")) return second ? postPage(second, removed) : accountPage(first.slice(1), removed);
  if (first === "login") return { status: 200, body: loginPage() };
  return tombstonePage("not_found", "en");
}

function postPage(id: string, removed: ReadonlySet<string>): Page {
  const post = DEMO_POSTS.find((one) => one.id === id);
  if (!post) return tombstonePage("not_found", "en");
  const state = removed.has(id) ? "deleted" : post.state;
  switch (state) {
    case "live":
      return { status: 200, body: livePostPage(post) };
    case "login_wall":
      return { status: 302, body: "", headers: { location: `/login?next=/p/${id}` } };
    case "rate_limited":
      return {
        status: 429,
        body: page({ title: "429", lang: "en", body: "<h1>Too many requests</h1>" }),
        headers: { "retry-after": "60" },
      };
    case "bot_block":
      return {
        status: 403,
        body: page({
          title: "Just a moment",
          lang: "en",
          body: "<h1 data-challenge>Just a moment…</h1><p>Checking that you are human.</p>",
        }),
      };
    default:
      return tombstonePage(state, post.lang);
  }
}

function accountPage(handle: string, removed: ReadonlySet<string>): Page {
  const account = DEMO_ACCOUNTS.find((one) => one.handle === handle.toLowerCase());
  if (!account) return tombstonePage("not_found", "en");
  if (account.state !== "open") return tombstonePage(account.state, "ar");
  const posts = DEMO_POSTS.filter((post) => post.handle === account.handle && isVisible(post, removed)).reverse();
  const body = `<h1>${html(account.name)}</h1><p dir="ltr">@${account.handle}</p><p dir="auto">${html(account.about)}</p>
<div class="posts">${posts.map((post) => postArticle(post)).join("")}</div><p class="end" data-end>— —</p>`;
  return {
    status: 200,
    body: page({ title: `${account.name} (@${account.handle})`, lang: posts[0]?.lang ?? "ar", body }),
  };
}

function newsPage(slug: string, removed: ReadonlySet<string>): Page {
  const article = DEMO_ARTICLES.find((one) => one.slug === slug);
  if (article && !removed.has(slug)) return { status: 200, body: articlePage(article) };
  if (slug) return { status: 200, body: vanishedArticlePage(article?.lang ?? "en") };
  const links = DEMO_ARTICLES.map((one) => `<p><a href="/news/${one.slug}" dir="auto">${html(one.title)}</a></p>`);
  return {
    status: 200,
    body: page({ title: "Sarab Gazette · جريدة سراب", lang: "ar", body: `<h1>جريدة سراب</h1>${links.join("")}` }),
  };
}

function homePage(): string {
  const tags = [...new Set(DEMO_POSTS.flatMap((post) => (post.state === "live" ? hashtagsOf(post.text) : [])))];
  const tagLinks = tags
    .map((tag) => `<a href="/tag/${encodeURIComponent(tag)}" dir="auto">#${html(tag)}</a>`)
    .join(" ");
  const shapes = Object.keys(SHAPES)
    .map((name) => `<a href="/shapes/${name}">${name}</a>`)
    .join(" · ");
  const posts = [...DEMO_POSTS]
    .reverse()
    .map((post) => postArticle({ ...post, text: post.state === "live" ? post.text : `(${post.state})` }));
  return page({
    title: "Demo Square · ساحة تجريبية",
    lang: "en",
    body: `<p>A site on this machine with posts by accounts that do not exist, about a city that does not exist.</p><p>${tagLinks}</p><p><a href="/news">Sarab Gazette · جريدة سراب</a></p><p>${shapes}</p>${posts.join("")}`,
  });
}

function loginPage(): string {
  return page({
    title: "Sign in",
    lang: "en",
    body: '<h1>Sign in to Demo Square</h1><form class="login"><label>Name <input autocomplete="username"></label> <label>Password <input type="password"></label> <button>Sign in</button></form>',
  });
}

function listRows(tag: string, cursor: string | null, removed: ReadonlySet<string>) {
  const posts = postsOfTag(tag, (id) => removed.has(id));
  const from = Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);
  const rows = posts.slice(from, from + LIST_PAGE).flatMap((post, i) => {
    const isAdHere = (from + i) % PROMOTED_EVERY === PROMOTED_EVERY - 1;
    return isAdHere ? [postArticle(post), promotedRow()] : [postArticle(post)];
  });
  const next = from + LIST_PAGE < posts.length ? from + LIST_PAGE : null;
  return { rows, next };
}

function sendPart(response: ServerResponse, kind: string, name: string): void {
  const post = DEMO_POSTS.find((one) => one.id === name.replace(/\.json$/, "") && one.state === "live");
  if (post && kind === "posts") sendJson(response, postJson(post));
  else if (post && kind === "fragments") sendPage(response, { status: 200, body: postArticle(post, "data-focal") });
  else sendPage(response, tombstonePage("not_found", "en"));
}

const isVisible = (post: DemoPost, removed: ReadonlySet<string>) => post.state === "live" && !removed.has(post.id);

function sendPage(response: ServerResponse, { status, body, headers }: Page): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
