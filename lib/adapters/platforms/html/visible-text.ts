const SKIPPED: ReadonlySet<string> = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SVG IFRAME OBJECT SELECT".split(" "));
const BLOCKS: ReadonlySet<string> = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR " +
    "LI MAIN NAV OL P PRE SECTION TABLE TR UL"
  ).split(" "),
);

/** Stands for a space of the page's source until lines are put together; a noncharacter, so no text contains it. */
const SOFT_SPACE = "\ufdd0";

type Options = {
  /** Subtrees that do not belong, e.g. a quoted post. */
  leaveOut?: (element: Element) => boolean;
  /** Line breaks inside text nodes are the author's, as in post texts (`white-space: pre-wrap`). */
  keepLineBreaks?: boolean;
};

/**
 * The text of an element as a reader gets it: line breaks where the page breaks lines, emoji that are pictures by their
 * `alt`, nothing that is marked `hidden`. CSS is not run.
 */
export function visibleText(root: Element, options: Options = {}): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const text = (node.textContent ?? "").replaceAll(SOFT_SPACE, "");
      parts.push(options.keepLineBreaks ? text : text.replace(/[\t\n\f\r ]+/g, SOFT_SPACE));
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.tagName.toUpperCase();
    if (SKIPPED.has(name) || element.hasAttribute("hidden") || options.leaveOut?.(element)) return;
    if (name === "BR") parts.push("\n");
    else if (name === "IMG") parts.push(element.getAttribute("alt") ?? "");
    else {
      const edge = BLOCKS.has(name) && element !== root ? "\n" : "";
      parts.push(edge);
      for (const child of element.childNodes) walk(child);
      parts.push(edge);
    }
  };
  walk(root);
  return parts
    .join("")
    .replace(/[\ufdd0 ]*\ufdd0[\ufdd0 ]*/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
