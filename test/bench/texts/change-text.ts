import type { Random } from "#test/bench/texts/random";

/** How a copy differs from the text it was made from. */
export const COPY_KINDS = ["exact", "spelling", "hashtags", "slots", "framed", "cut"] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

const VOWEL_SIGNS = ["\u064e", "\u064f", "\u0650", "\u0651", "\u0652"];
const isArabic = (word: string) => /\p{Script=Arabic}/u.test(word);

/**
 * A copy as people make them: `exact` adds an address or a name in front; `spelling` vowel signs, tatweel, other digits,
 * capitals; `hashtags` other ones; `slots` fills other words into places of a template; `framed` words before or after;
 * `cut` ends early.
 * @param draw any word of the vocabulary.
 */
export function copyText(text: string, kind: CopyKind, random: Random, draw: () => string): string {
  const words = text.split(" ");
  if (kind === "exact")
    return random.next() < 0.5
      ? `RT @sample_${random.below(99)}: ${text}`
      : `${text} https://t.co/${random.below(1e9).toString(36)}`;
  if (kind === "spelling") return words.map((word) => otherSpelling(word, random)).join(" ");
  if (kind === "hashtags")
    return `${words.filter((word) => !word.startsWith("#")).join(" ")} #${plain(draw())} #${plain(draw())}`;
  if (kind === "slots") return withSlots(words, random, draw);
  if (kind === "framed") {
    const added = Array.from({ length: 1 + random.below(3) }, draw).join(" ");
    return random.next() < 0.5 ? `${added} ${text}` : `${text} ${added}`;
  }
  return `${words.slice(0, Math.ceil(words.length * 0.7)).join(" ")}…`;
}

function otherSpelling(word: string, random: Random): string {
  const digits = word.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
  if (!isArabic(word)) return random.next() < 0.3 ? digits.toUpperCase() : digits;
  return digits.replaceAll(/\p{L}/gu, (letter) => {
    if (random.next() < 0.2) return letter + random.pick(VOWEL_SIGNS);
    return random.next() < 0.1 && /[بتثجحخسشصضطظعغفقكلمنهي]/.test(letter) ? `${letter}ـ` : letter;
  });
}

/** One word in eight is another, at least one. */
function withSlots(words: readonly string[], random: Random, draw: () => string): string {
  const changed = [...words];
  for (let i = 0; i < Math.max(1, Math.round(words.length / 8)); i++) changed[random.below(words.length)] = draw();
  return changed.join(" ");
}

const plain = (word: string) => word.replaceAll(/[^\p{L}\p{N}_]/gu, "") || "news";
