import { existsSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { DEMO_ACCOUNTS, demoAccount } from "#lib/demo/accounts";
import type { DemoPost } from "#lib/demo/demo-post";
import { html } from "#lib/demo/pages/layout";
import { avatar } from "#lib/demo/pages/post-article";
import { shownTime } from "#lib/demo/pages/words";
import { DEMO_POSTS } from "#lib/demo/posts";

const TYPES: Readonly<Record<string, string>> = { jpg: "image/jpeg", png: "image/png", webm: "video/webm" };

/** A picture or a film of the site. */
export function sendFile(response: ServerResponse, name: string): void {
  const type = TYPES[name.split(".").at(-1) ?? ""];
  const isOurs = DEMO_POSTS.some(({ media }) => media.some((one) => [one.file, one.small, one.poster].includes(name)));
  const path = new URL(`media/${encodeURIComponent(name)}`, import.meta.url);
  if (type === undefined || !isOurs || !existsSync(path)) return void response.writeHead(404).end();
  const bytes = readFileSync(path);
  response.writeHead(200, { "content-type": type, "content-length": bytes.length }).end(bytes);
}

/** The picture of an account, by itself. */
export function sendAvatar(response: ServerResponse, name: string): void {
  const account = DEMO_ACCOUNTS.find(({ handle }) => `${handle}.svg` === name);
  if (!account) return void response.writeHead(404).end();
  const drawing = avatar(account.handle).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  response.writeHead(200, { "content-type": "image/svg+xml" }).end(drawing);
}

/** The site's oEmbed service (oembed.com, "rich"), in the form that big platforms answer; it may hold an older text. */
export function sendEmbed(
  response: ServerResponse,
  address: string | null,
  isVisible: (post: DemoPost) => boolean,
): void {
  const id = /\/p\/(\d+)/.exec(address ?? "")?.[1];
  const post = DEMO_POSTS.find((one) => one.id === id);
  if (!post || !isVisible(post)) return void response.writeHead(404).end();
  const { name, handle } = demoAccount(post.handle);
  const words = html(post.cachedText ?? post.text);
  const answer = {
    url: address,
    author_name: name,
    author_url: `/@${handle}`,
    html: `<blockquote class="post"><p lang="${post.lang}">${words}</p>&mdash; ${html(name)} (@${handle}) <a href="/p/${post.id}">${shownTime(post.postedAt, "en").split(" at ")[0]}</a></blockquote>`,
    width: 550,
    height: null,
    type: "rich",
    cache_age: "3153600000",
    provider_name: "Demo Square",
    version: "1.0",
  };
  response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(answer));
}
