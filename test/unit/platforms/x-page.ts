import { readFileSync } from "node:fs";
import type { PageEvidence } from "#lib/core/captures/types";

/** The post of test/fixtures/x. Posts, accounts and pages there are ours, in the shapes that X answers with. */
export const X_POST_ID = "2029123557258166279";
export const X_POST_URL = `https://x.com/i/status/${X_POST_ID}`;
export const GRAPHQL_URL = `https://api.x.com/graphql/abc/TweetResultByRestId?variables=%7B%22tweetId%22%3A%22${X_POST_ID}%22%7D`;

export function readXFixture(name: string): string {
  return readFileSync(`test/fixtures/x/${name}`, "utf8");
}

/** A page of that post, as a browser brings it home. */
export function xPage({ html = "shell.html", json = [] as string[] }): PageEvidence {
  return {
    requestedUrl: X_POST_URL,
    finalUrl: X_POST_URL,
    httpStatus: 200,
    responseHtml: readXFixture("shell.html"),
    domHtml: html.startsWith("<") ? html : readXFixture(html),
    json: json.map((name) => ({ url: GRAPHQL_URL, status: 200, body: JSON.parse(readXFixture(name)) })),
  };
}
