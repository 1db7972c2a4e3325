import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { DEMO_SESSION_COOKIE } from "#lib/core/platforms/access";
import { postArticle, postJson } from "#lib/demo/pages/post-article";
import { tagPage } from "#lib/demo/pages/tag-page";
import { MEMBERS_POSTS, MEMBERS_TAG } from "#lib/demo/story/harbour-council";

/** Who has this cookie is a member of Demo Square. No secret: the site exists on loopback only. */
export const DEMO_SESSION_VALUE = "harbour-member/7f3a=91c2&d0e4 5b";

/** Handed out on every page, as sites do against forged forms; it changes with the session. */
export const DEMO_CSRF_COOKIE = "square_csrf";
export const demoCsrf = (session: string) => createHash("sha256").update(`csrf ${session}`).digest("hex");

const LIST_PAGE = 8;

/**
 * Answers for the hashtag that only members see: a sign-in page for everybody else, as X does with hashtags. Its page
 * and its JSON repeat secrets of the session, as careless sites do.
 * @returns false when the address is not of it.
 */
export function answerMembers(
  request: IncomingMessage,
  response: ServerResponse,
  place: { tag: string; isList: boolean; parameters: URLSearchParams },
): boolean {
  if (place.tag.normalize("NFC") !== MEMBERS_TAG) return false;
  const session = readCookie(request, DEMO_SESSION_COOKIE);
  const isMember = session === encodeURIComponent(DEMO_SESSION_VALUE);
  if (!isMember && place.isList)
    response.writeHead(401, { "content-type": "application/json" }).end('{"error":"members only"}');
  else if (!isMember) {
    response.writeHead(302, { location: `/login?next=/tag/${encodeURIComponent(MEMBERS_TAG)}&ui=ar` }).end();
  } else if (place.isList) sendList(response, place.parameters.get("cursor"));
  else sendPage(response, place.parameters.has("shown"));
  return true;
}

/** @param isShown puts the session where everybody who looks at the screen can read it. */
function sendPage(response: ServerResponse, isShown: boolean): void {
  const csrf = demoCsrf(DEMO_SESSION_VALUE);
  const state = JSON.stringify({ viewer: { session: DEMO_SESSION_VALUE, csrf } }).replaceAll("<", "\\u003c");
  const body = tagPage(MEMBERS_TAG).replace(
    "</main>",
    `${isShown ? `<p>Signed in as <b>${DEMO_SESSION_VALUE.replace("&", "&amp;")}</b></p>` : ""}<input type="hidden" name="csrf" value="${csrf}"><script type="application/json">${state}</script></main>`,
  );
  response
    .writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "set-cookie": `${DEMO_CSRF_COOKIE}=${csrf}; Path=/; SameSite=Lax`,
    })
    .end(body);
}

function sendList(response: ServerResponse, cursor: string | null): void {
  const from = Math.max(0, Number.parseInt(cursor ?? "0", 10) || 0);
  const posts = MEMBERS_POSTS.slice(from, from + LIST_PAGE);
  const next = from + LIST_PAGE < MEMBERS_POSTS.length ? from + LIST_PAGE : null;
  const viewer = { form: `/post?token=${encodeURIComponent(DEMO_SESSION_VALUE)}`, csrf: demoCsrf(DEMO_SESSION_VALUE) };
  const answer = { rows: posts.map((post) => postArticle(post)), posts: posts.map(postJson), next, viewer };
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(answer));
}

function readCookie(request: IncomingMessage, name: string): string | undefined {
  return request.headers.cookie
    ?.split("; ")
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
