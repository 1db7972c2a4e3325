import { parseDocument } from "#lib/adapters/platforms/html/document";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { asText, dig, isRecord, parseJson } from "#lib/adapters/platforms/json";
import type { WitnessAnswer } from "#lib/core/posts/second-witness";

/**
 * The answer of an oEmbed service (oembed.com, type `rich`) whose HTML is one quotation: the post's paragraphs, a dash,
 * the author, and a link with the date.
 * @param isAbout whether that link leads to the post that was asked about.
 */
export function readEmbed(
  { status, body }: { status: number; body: string },
  isAbout: (address: string) => boolean,
): WitnessAnswer {
  if (status === 404) return { post: null, problem: "nothing" };
  if (status >= 500) return { post: null, problem: "failed" };
  if (status !== 200) return { post: null, problem: "refused" };
  const answer = parseJson(body);
  const html = asText(dig(answer, "html"));
  const quotation = html === undefined ? null : parseDocument(html).querySelector("blockquote");
  if (!isRecord(answer) || !quotation) return { post: null, problem: "unreadable" };
  const link = [...quotation.children].findLast(({ tagName }) => tagName.toUpperCase() === "A");
  if (!link || !isAbout(link.getAttribute("href") ?? "")) return { post: null, problem: "other_post" };
  const paragraphs = [...quotation.children].filter(({ tagName }) => tagName.toUpperCase() === "P");
  const text = paragraphs.map((one) => visibleText(one, { keepLineBreaks: true })).join("\n\n");
  return {
    post: {
      source: "oembed",
      text: asText(text),
      mayBeCut: true,
      language: asText(paragraphs[0]?.getAttribute("lang")?.replace(/^(?:und|zxx|q[a-z]{2})$/, "")),
      authorName: asText(answer.author_name),
      authorHandle: /\/@?(\w{1,30})\/?$/.exec(asText(answer.author_url) ?? "")?.[1],
      postedAt: dateOf(link.textContent ?? ""),
    },
    problem: null,
  };
}

/** `March 4, 2026` or `4 March 2026` as an ISO date: the service gives no time and no time zone. */
function dateOf(words: string): string | undefined {
  const ms = Date.parse(`${words.trim()} UTC`);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString().slice(0, 10);
}
