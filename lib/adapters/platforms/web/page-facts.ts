import { metaContent, parseDocument } from "#lib/adapters/platforms/html/document";
import { foldWords } from "#lib/adapters/platforms/html/fold-words";
import { wholeHeadings } from "#lib/adapters/platforms/html/headings";
import { findJsonLd, hasType } from "#lib/adapters/platforms/html/json-ld";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { asText, type Json } from "#lib/adapters/platforms/json";
import { FURNITURE, findMainText, removeFurniture } from "#lib/adapters/platforms/web/main-text";
import type { PageEvidence, RecognisedSource } from "#lib/core/captures/types";

const ARTICLE_TYPES = [
  "Article",
  "NewsArticle",
  "ReportageNewsArticle",
  "OpinionNewsArticle",
  "AnalysisNewsArticle",
  "BackgroundNewsArticle",
  "AdvertiserContentArticle",
  "BlogPosting",
  "LiveBlogPosting",
  "ScholarlyArticle",
];

/** What is read of a page once, before it is judged. Lengths in characters. */
export type PageFacts = {
  requested: URL;
  final: URL;
  /** The status is known to be there. */
  status: number;
  page: PageEvidence;
  document: Document;
  /** Everything the page says. */
  body: string;
  /** What it says outside navigation and bars, links left out: lists of other stories are links. */
  own: string;
  /** The lines and sentences of the beginning of `own`, folded. */
  sentences: string[];
  /** Title and main headings as wholes, folded. */
  headings: string[];
  mainText: string | null;
  /** JSON-LD objects that describe an article. */
  articles: Json[];
  /** There is an element for an article with a heading of its own. */
  hasArticle: boolean;
  /** The page describes itself as one dated article. */
  isMarkedArticle: boolean;
  /** `rel=canonical`, absolute. */
  canonical: URL | null;
};

/** Reads what judging a page needs. */
export function readFacts(source: RecognisedSource, page: PageEvidence, status: number): PageFacts {
  const html = page.domHtml || page.responseHtml;
  const document = parseDocument(html);
  const final = new URL(page.finalUrl);
  const articles = findJsonLd(document).filter((object) => hasType(object, ...ARTICLE_TYPES));
  const own = ownWords(html);
  return {
    requested: new URL(source.canonicalUrl),
    final,
    status,
    page,
    document,
    body: document.body ? visibleText(document.body) : "",
    own,
    sentences: own
      .split(/\n|(?<=[.!?؟…])\s/)
      .slice(0, 8)
      .map(foldWords)
      .filter(Boolean),
    headings: wholeHeadings(document),
    mainText: findMainText(html).text,
    articles,
    hasArticle: document.querySelector("article h1, article h2, [itemprop=articleBody]") !== null,
    isMarkedArticle: articles.some((one) => asText(one.headline) ?? asText(one.articleBody)) || isDated(document),
    canonical: canonicalOf(document, final),
  };
}

/** `og:type` alone stands on every page of many sites, their error pages too. */
function isDated(document: Document): boolean {
  if (metaContent(document, "og:type") !== "article") return false;
  return (
    metaContent(document, "article:published_time") !== undefined ||
    document.querySelector("article time[datetime], main time[datetime]") !== null
  );
}

function ownWords(html: string): string {
  const document = parseDocument(html);
  removeFurniture(document, FURNITURE);
  return document.body ? visibleText(document.body, { leaveOut: (element) => element.tagName === "A" }) : "";
}

function canonicalOf(document: Document, base: URL): URL | null {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute("href")?.trim();
  return href ? URL.parse(href, base.href) : null;
}
