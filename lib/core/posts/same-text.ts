import type { ExpandedLink } from "#lib/core/posts/post-witness";

/** A text as one witness gives it. `isCut`: it may end before the post does. */
export type StatedText = { text: string; isCut: boolean };

/** Links that a platform puts behind a text for what is attached: a picture, a video, a quoted post. */
const ATTACHED =
  /^(?:https?:\/\/)?(?:pic\.(?:twitter|x)\.com\/|t\.co\/|(?:mobile\.)?(?:twitter|x)\.com\/\S+\/status\/\d+)/i;
const SHORT = /^https?:\/\/t\.co\/\w+$/i;
const LINK = /^(?:https?:\/\/|www\.)|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/\S*$/iu;
const MENTION = /^@\w{1,30}$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/**
 * Whether two witnesses give the same text. Only what platforms themselves change is overlooked: HTML entities, white
 * space, canonically equal characters, short links and what they stand for, links behind the text to what is attached,
 * the handles in front of an answer, and the end of a text that one of them is known to cut.
 *
 * @param links short addresses whose targets are known from any witness.
 */
export function isSameText(one: StatedText, two: StatedText, links: readonly ExpandedLink[] = []): boolean {
  const targets = new Map(links.map(({ short, long }) => [short.toLowerCase(), long]));
  const [a, b] = [readWords(one, targets), readWords(two, targets)];
  if (a.mentions.length > 0 && b.mentions.length > 0 && a.mentions.join(" ") !== b.mentions.join(" ")) return false;
  return withoutAttachments(a.words).some((left) =>
    withoutAttachments(b.words).some((right) => isSameRun(left, right, one.isCut, two.isCut)),
  );
}

/** HTML entities as characters, once: `&amp;lt;` is the text `&lt;`. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The words of a text, with the handles that an answer begins with apart. */
function readWords(stated: StatedText, targets: ReadonlyMap<string, string>): { mentions: string[]; words: string[] } {
  const words = decodeEntities(stated.text)
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => word !== "")
    .map((word) => targets.get(word.toLowerCase()) ?? word);
  const first = words.findIndex((word) => !MENTION.test(word));
  // A text of handles alone is a text.
  const start = first === -1 ? 0 : first;
  return { mentions: words.slice(0, start).map((word) => word.toLowerCase()), words: words.slice(start) };
}

/** No platform puts more of them; a text made of thousands would be compared for hours. */
const MAX_ATTACHED = 8;

/** The words, and the words without one, two, … of the links to attachments that they end with. */
function withoutAttachments(words: string[]): string[][] {
  const runs = [words];
  for (
    let end = words.length;
    end > Math.max(0, words.length - MAX_ATTACHED) && ATTACHED.test(words[end - 1] ?? "");
    end--
  )
    runs.push(words.slice(0, end - 1));
  return runs;
}

function isSameRun(a: string[], b: string[], isACut: boolean, isBCut: boolean): boolean {
  if (a.length === b.length && a.every((word, i) => isSameWord(word, b[i] ?? ""))) return true;
  return (isACut && isBeginning(a, b)) || (isBCut && isBeginning(b, a));
}

/** Whether a cut text is how the whole one begins; its last word may be cut too. */
function isBeginning(cut: string[], whole: string[]): boolean {
  const words = cut
    .join(" ")
    .replace(/(?:…|\.{3})$/u, "")
    .trimEnd()
    .split(" ");
  const last = words.pop() ?? "";
  if (words.length >= whole.length) return false;
  return words.every((word, i) => isSameWord(word, whole[i] ?? "")) && (whole[words.length] ?? "").startsWith(last);
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  // A short link whose target nobody names may stand for any link, but not for a word.
  if (SHORT.test(a)) return LINK.test(b);
  if (SHORT.test(b)) return LINK.test(a);
  if (!LINK.test(a) || !LINK.test(b)) return false;
  const [one, two] = [bareLink(a), bareLink(b)];
  // Pages show long addresses cut, with an ellipsis.
  if (one.endsWith("…")) return two.startsWith(one.slice(0, -1));
  if (two.endsWith("…")) return one.startsWith(two.slice(0, -1));
  return one === two;
}

/** An address without what pages leave out when they show it. */
function bareLink(link: string): string {
  return link
    .replace(/^https?:\/\//i, "")
    .replace(/^www\./i, "")
    .replace(/\/$/, "");
}
