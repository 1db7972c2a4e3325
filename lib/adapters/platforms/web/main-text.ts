import { Readability } from "@mozilla/readability";
import { metaContent, parseDocument } from "#lib/adapters/platforms/html/document";
import { visibleText } from "#lib/adapters/platforms/html/visible-text";
import { guessLanguage } from "#lib/core/posts/guess-language";

export type MainText = { title: string | null; text: string | null; language: string | null };

/** A page without an article still counts when it says this much outside its navigation. */
const MIN_BODY_LENGTH = 80;

/** So many linked headings and no article make a page of stories. */
const MIN_STORIES = 5;

/** What belongs to the site and not to the page, and what lies over the page. */
export const FURNITURE =
  "nav, header, footer, aside, form, dialog, button, [role=navigation], [role=banner], [role=contentinfo], [role=dialog], " +
  "[role=alertdialog], [aria-modal=true], [id*=cookie i], [class*=cookie i], [id*=consent i], [class*=consent i]";

/**
 * The main text of a page: Mozilla's Readability, else what the body says outside navigation.
 * @param html of the page as the browser held it.
 */
export function findMainText(html: string): MainText {
  const document = parseDocument(html);
  const declared = document.documentElement?.getAttribute("lang")?.trim() || null;
  const heading = document.querySelector("h1");
  const title =
    metaContent(document, "og:title") ?? (document.title.trim() || (heading && visibleText(heading)) || null);
  removeFurniture(document, FURNITURE);
  const body = document.body ? visibleText(document.body) : "";
  const isList =
    document.querySelector("article h1, [itemprop=articleBody]") === null &&
    document.querySelectorAll("h2 a[href], h3 a[href], h4 a[href]").length >= MIN_STORIES;
  // Readability takes the document apart, so the body's text is read first.
  const article = body === "" ? null : new Readability(document, { charThreshold: 120 }).parse();
  const content = article?.content ? visibleText(parseDocument(article.content).body) : "";
  // Of a page of many stories Readability takes a few; what such a page says is all of them.
  const isWhole = content !== "" && !(isList && content.length < body.length);
  const text = isWhole ? content : body.length >= MIN_BODY_LENGTH ? body : content || null;
  return { title: title ?? null, text, language: declared ?? (text === null ? null : guessLanguage(text)) };
}

/** Takes out what belongs to the site; the document is changed. */
export function removeFurniture(document: Document, selector: string): void {
  for (const element of document.querySelectorAll(selector)) {
    // An article's own header holds its headline and its author.
    if (element.closest("article") === null || /^(?:NAV|FORM|DIALOG|BUTTON)$/.test(element.tagName)) element.remove();
  }
}
