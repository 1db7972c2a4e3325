import { normaliseHashtag } from "#lib/core/captures/hashtag";
import { pathParts, type Recogniser } from "#lib/core/captures/recognisers/recogniser";
import type { RecognisedSource } from "#lib/core/captures/types";
import { foldHashtag } from "#lib/core/text/fold";

const POST_ID = /^\d{1,20}$/;
const HANDLE = /^[a-z0-9_]{1,30}$/;

/**
 * Demo Square, the loopback site of the demo and the tests: `/p/<id>`, `/@handle`, `/@handle/<id>`, `/tag/<tag>`.
 * Its articles are web pages like any other and are left to the web recogniser.
 * @param origin where the site runs, e.g. `http://127.0.0.1:3139`.
 */
export function demoSquareRecogniser(origin: string): Recogniser {
  const home = new URL(origin).origin;
  const source = (kind: RecognisedSource["kind"], id: string, path: string, label: string): RecognisedSource => ({
    kind,
    platform: "demo_square",
    platformId: id,
    canonicalUrl: `${home}${path}`,
    label,
  });
  const post = (id: string) => (POST_ID.test(id) ? source("post", id, `/p/${id}`, `Demo Square · ${id}`) : undefined);
  const hashtag = (written: string) => {
    const tag = normaliseHashtag(written);
    return tag === undefined
      ? undefined
      : source("hashtag", foldHashtag(tag), `/tag/${encodeURIComponent(tag)}`, `#${tag}`);
  };
  const account = (written: string) => {
    const handle = written.replace(/^@/, "").toLowerCase();
    return HANDLE.test(handle) ? source("account", handle, `/@${handle}`, `@${handle}`) : undefined;
  };
  return {
    id: "demo_square",
    owns: (url) => url.origin === home,
    recognise(url) {
      if (url.origin !== home) return undefined;
      const [first, second] = pathParts(url);
      if (first === "p" && second !== undefined) return post(second);
      if (first === "tag" && second !== undefined) return hashtag(second);
      if (!first?.startsWith("@")) return undefined;
      return second === undefined ? account(first) : post(second);
    },
    hashtag,
    account,
  };
}
