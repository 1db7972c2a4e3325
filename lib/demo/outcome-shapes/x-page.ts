import { type Answer, html, plain } from "#lib/demo/outcome-shapes/outcome-shape";

/** A post in the markup of X's page, as far as it is public knowledge. The people and their words are invented. */
export function xArticle(post: { id: string; handle: string; name: string; text: string; isFocal?: boolean }): string {
  const { id, handle, name, text, isFocal = false } = post;
  return `<article data-testid="tweet" role="article"${isFocal ? ' tabindex="-1"' : ""}><div data-testid="User-Name"><a href="/${handle}"><span>${name}</span></a><a href="/${handle}"><span>@${handle}</span></a><a href="/${handle}/status/${id}"><time datetime="${timeOf(id)}">Mar 4</time></a></div><div data-testid="tweetText" lang="ar" dir="auto">${text}</div></article>`;
}

/** The same post in the JSON that X's page loads. */
export function xTweet(post: { id: string; handle: string; name: string; text: string; legacy?: object }): object {
  const { id, handle, name, text, legacy = {} } = post;
  return {
    __typename: "Tweet",
    rest_id: id,
    core: { user_results: { result: { __typename: "User", rest_id: "1", core: { name, screen_name: handle } } } },
    legacy: {
      id_str: id,
      full_text: text,
      created_at: new Date(timeOf(id)).toUTCString(),
      lang: "ar",
      entities: {},
      ...legacy,
    },
  };
}

/** X counts its ids from this moment, in milliseconds, shifted by 22 bits. */
const timeOf = (id: string) => new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n)).toISOString();

type XPage = {
  id: string;
  name: string;
  /** What the page shows once its script has the answer. */
  main: string;
  lang?: "ar" | "en";
  status?: number;
  /** What `TweetResultByRestId` answers; without it the page asks for nothing. */
  result?: { body: unknown; status?: number; headers?: Record<string, string> };
};

/** A page like X's: a shell whose script asks the interface for the post and draws what it gets to show. */
export function xPage({ id, name, main, lang = "en", status = 200, result }: XPage): Answer {
  const call = `/shapes/${name}/i/api/graphql/q/TweetResultByRestId?variables=${encodeURIComponent(JSON.stringify({ tweetId: id }))}`;
  const draw = `document.getElementById("react-root").innerHTML=${JSON.stringify(main).replaceAll("<", "\\u003c")}`;
  const script = result ? `fetch(${JSON.stringify(call)}).then(r=>r.text()).finally(()=>{${draw}})` : draw;
  const shell = plain({ lang, title: "X", body: `<div id="react-root"></div><script>${script}</script>` });
  return (request, response) => {
    if (result && request.url?.includes("/i/api/graphql/")) {
      const json = { "content-type": "application/json; charset=utf-8", ...result.headers };
      response.writeHead(result.status ?? 200, json).end(JSON.stringify(result.body));
      return;
    }
    html(shell, status)(request, response);
  };
}

/** The notice that X shows in place of a post. */
export function xNotice(words: string): string {
  return `<main role="main"><div data-testid="primaryColumn"><div data-testid="error-detail"><span>${words}</span></div></div></main>`;
}
