import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { DEMO_ACCOUNTS } from "#lib/demo/accounts";
import type { DemoPost } from "#lib/demo/demo-post";
import { sendAvatar, sendEmbed, sendFile } from "#lib/demo/machine-answers";
import { answerMembers } from "#lib/demo/members";
import { outcomeShape } from "#lib/demo/outcome-shapes/table";
import { articlePage, DEMO_ARTICLES, newsIndexPage, vanishedArticlePage } from "#lib/demo/pages/articles";
import { accountPage, homePage, loginPage } from "#lib/demo/pages/home";
import { page } from "#lib/demo/pages/layout";
import { answerListShape } from "#lib/demo/pages/list-shapes";
import { postArticle, postJson } from "#lib/demo/pages/post-article";
import { livePostPage, tombstonePage } from "#lib/demo/pages/post-pages";
import { SHAPES } from "#lib/demo/pages/shapes";
import { promotedRow, tagPage } from "#lib/demo/pages/tag-page";
import { WORDS } from "#lib/demo/pages/words";
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
  const shape = first === "shapes" ? (SHAPES[second] ?? outcomeShape(second)?.answer) : undefined;
  if (shape) {
    shape(request, response);
    return;
  }
  const isList = first === "api" && second === "tag";
  const place = { tag: isList ? third : second, isList, parameters: url.searchParams };
  if ((isList || first === "tag") && answerMembers(request, response, place)) return;
  if (isList && answerListShape(response, third, place.parameters.get("cursor"))) return;
  if (isList) {
    sendJson(response, listRows(third, url.searchParams.get("cursor"), removed));
  } else if (first === "media") sendFile(response, second);
  else if (first === "avatar") sendAvatar(response, second);
  else if (first === "oembed") sendEmbed(response, url.searchParams.get("url"), (post) => isVisible(post, removed));
  else if (first === "api") sendPart(response, second, third, removed);
  else sendPage(response, pageFor(url, first, second, removed));
}

type Page = { status: number; body: string; headers?: Record<string, string> };

function pageFor(url: URL, first: string, second: string, removed: ReadonlySet<string>): Page {
  const visible = (post: DemoPost) => isVisible(post, removed);
  const lang = url.searchParams.get("ui") === "ar" ? "ar" : "en";
  if (first === "") return { status: 200, body: homePage(lang, visible) };
  if (first === "p") return postPage(second, removed);
  if (first === "tag" && second) return { status: 200, body: tagPage(second) };
  if (first === "news") return newsPage(second, removed);
  if (first.startsWith("@")) return second ? postPage(second, removed) : accountAnswer(first.slice(1), visible);
  // Where X sends visitors who have not signed in.
  if (first === "login" || url.pathname === "/i/flow/login") return { status: 200, body: loginPage(lang) };
  return tombstonePage("not_found", lang);
}

function postPage(id: string, removed: ReadonlySet<string>): Page {
  const post = DEMO_POSTS.find((one) => one.id === id);
  if (!post) return tombstonePage("not_found", "en", id);
  const state = removed.has(id) ? "deleted" : post.state;
  const words = WORDS[post.lang];
  const notice = (title: string, text: string) =>
    page({ title, lang: post.lang, body: `<h1>${title}</h1><p>${text}</p>` });
  switch (state) {
    case "live":
      return { status: 200, body: livePostPage(post, (other) => isVisible(other, removed)) };
    case "login_wall":
      return { status: 302, body: "", headers: { location: `/login?next=/p/${id}&ui=${post.lang}` } };
    case "rate_limited":
      return { status: 429, body: notice(words.tooMany, words.tooManyText), headers: { "retry-after": "60" } };
    case "bot_block":
      return {
        status: 403,
        body: notice(words.challenge, words.challengeText).replace("<h1>", "<h1 data-challenge>"),
      };
    default:
      return tombstonePage(state, post.lang, id);
  }
}

function accountAnswer(handle: string, visible: (post: DemoPost) => boolean): Page {
  const account = DEMO_ACCOUNTS.find((one) => one.handle === handle.toLowerCase());
  if (account && account.state !== "open") return tombstonePage(account.state, "ar", account.handle);
  const body = accountPage(handle, visible);
  return body === undefined ? tombstonePage("not_found", "en", handle) : { status: 200, body };
}

function newsPage(slug: string, removed: ReadonlySet<string>): Page {
  const article = DEMO_ARTICLES.find((one) => one.slug === slug);
  if (article && !removed.has(slug)) return { status: 200, body: articlePage(article) };
  if (slug) return { status: 200, body: vanishedArticlePage(article?.lang ?? "en") };
  return { status: 200, body: newsIndexPage() };
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

function sendPart(response: ServerResponse, kind: string, name: string, removed: ReadonlySet<string>): void {
  const post = DEMO_POSTS.find((one) => one.id === name.replace(/\.json$/, "") && isVisible(one, removed));
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
