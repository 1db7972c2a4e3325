import { parseHTML } from "linkedom";
import type { ExtractedPost, Extraction, PageEvidence, RecognisedSource } from "#lib/core/captures/types";

type Fields = Pick<ExtractedPost, "text" | "language" | "authorName" | "authorHandle" | "postedAt" | "counts">;
type FieldSource = ExtractedPost["fieldSources"][string];

/** Field by field, the first that answers: JSON that the page loaded, JSON-LD, then the document. */
export function extractDemoSquare(source: RecognisedSource, page: PageEvidence): Extraction {
  const { document } = parseHTML(page.domHtml);
  const title = document.title || null;
  if (source.kind !== "post") return { title, text: null, language: document.documentElement?.lang || null, posts: [] };
  const shown = readPostArticle(source, page.domHtml, "article[data-focal]");
  const focal = merge(source, [
    ["network_json", fromNetwork(source, page)],
    ["json_ld", fromJsonLd(source, page)],
    ["dom", shown],
  ]);
  return { title, text: focal.text, language: focal.language, posts: [focal] };
}

/**
 * One post out of HTML.
 * @param selector which article; the first that fits.
 * @returns null for what is no post (a promoted row).
 */
export function readPostArticle(source: RecognisedSource, html: string, selector: string): ExtractedPost | null {
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const article = document.querySelector(selector);
  const id = article?.getAttribute("data-post-id");
  if (!article || !id || article.hasAttribute("data-promoted")) return null;
  const text = article.querySelector(".text");
  const counts = [...article.querySelectorAll("[data-count]")].map((node) => {
    return [node.getAttribute("data-count") ?? "", Number(/\d+/.exec(node.textContent ?? "")?.[0] ?? 0)] as const;
  });
  const fields: Fields = {
    text: text?.textContent ?? null,
    language: text?.getAttribute("lang") || null,
    authorName: article.querySelector(".name")?.textContent ?? null,
    authorHandle: article.querySelector(".handle")?.textContent?.replace(/^@/, "") ?? null,
    postedAt: article.querySelector("time")?.getAttribute("datetime") ?? null,
    counts: Object.fromEntries(counts),
  };
  return merge({ ...source, platformId: id }, [["dom", fields]]);
}

function fromNetwork(source: RecognisedSource, page: PageEvidence): Partial<Fields> | null {
  const bodies = page.json.map(({ body }) => body as Record<string, unknown> | null);
  const body = bodies.find((one) => one?.id === source.platformId);
  if (!body) return null;
  const author = body.author as { name?: string; handle?: string } | undefined;
  return {
    text: stringOr(body.text),
    language: stringOr(body.lang),
    authorName: stringOr(author?.name),
    authorHandle: stringOr(author?.handle),
    postedAt: stringOr(body.created_at),
    counts: (body.counts as Record<string, number> | undefined) ?? {},
  };
}

function fromJsonLd(source: RecognisedSource, page: PageEvidence): Partial<Fields> | null {
  const { document } = parseHTML(page.responseHtml || page.domHtml);
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const data = parseJson(script.textContent ?? "");
    if (data?.["@type"] !== "SocialMediaPosting" || data.identifier !== source.platformId) continue;
    const author = data.author as { name?: string; alternateName?: string } | undefined;
    const statistic = (data.interactionStatistic ?? []) as { name: string; userInteractionCount: number }[];
    return {
      text: stringOr(data.articleBody),
      language: stringOr(data.inLanguage),
      authorName: stringOr(author?.name),
      authorHandle: stringOr(author?.alternateName)?.replace(/^@/, "") ?? null,
      postedAt: stringOr(data.datePublished),
      counts: Object.fromEntries(statistic.map((one) => [one.name, one.userInteractionCount])),
    };
  }
  return null;
}

function merge(source: RecognisedSource, witnesses: [FieldSource, Partial<Fields> | null][]): ExtractedPost {
  const fieldSources: ExtractedPost["fieldSources"] = {};
  const first = <K extends keyof Fields>(field: K): Fields[K] | null => {
    for (const [name, fields] of witnesses) {
      const value = fields?.[field];
      const isEmpty =
        value === null || value === undefined || (typeof value === "object" && !Object.keys(value).length);
      if (isEmpty) continue;
      fieldSources[field] = name;
      return value as Fields[K];
    }
    return null;
  };
  const text = first("text");
  const id = source.platformId ?? "";
  return {
    platform: "demo_square",
    platformId: id,
    canonicalUrl: new URL(`/p/${id}`, source.canonicalUrl).href,
    text,
    language: first("language"),
    authorName: first("authorName"),
    authorHandle: first("authorHandle"),
    postedAt: first("postedAt"),
    counts: first("counts") ?? {},
    hashtags: [...(text ?? "").matchAll(/#([\p{L}\p{N}\p{M}_]+)/gu)].map((match) => match[1] ?? ""),
    fieldSources,
  };
}

function stringOr(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
