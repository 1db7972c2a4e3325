import { isEmoji } from "#lib/core/text/fold-characters";

/** A text with, for each UTF-16 unit, where it stood in the original; `null` when nothing moved. */
export type Traced = { text: string; from: number[] | null; to: number[] | null };

/**
 * What NFKC or dropping may change, each with everything that hangs on it; the plain runs between are copied.
 * In the plain set only Arabic marks combine, and folding drops them and the hamza forms that they would compose to.
 * Hangul letters form syllables across characters.
 */
const PLAIN =
  "\\n\\r\\t\\x20-\\x7e\\xa1-\\xa7\\xab\\xb6\\xb7\\xbb\\u060c-\\u060f\\u061b\\u061d-\\u0674\\u0679-\\u06dc\\u2010\\u2013-\\u2015\\u2018-\\u201f";
const HANGING = "[\\p{M}\\p{Cf}\\p{Default_Ignorable_Code_Point}]";
const CHANGING = new RegExp(
  `(?:[\\u1100-\\u11ff\\ua960-\\ua97f\\uac00-\\ud7ff]+|[^${PLAIN}]|[${PLAIN}](?=(?![${PLAIN}])${HANGING}))${HANGING}*`,
  "gu",
);
const ALL_PLAIN = new RegExp(`^[${PLAIN}]*$`);
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const EMOJI_SELECTOR = "\ufe0f";
const KEYCAP = /^[0-9#*]\ufe0f?\u20e3/u;

/**
 * Unicode NFKC (UAX #15), then format characters dropped, with the way back.
 * Characters that ask to be drawn as emoji (`ℹ️`, `1️⃣`) become spaces before NFKC turns them into letters.
 * Normalising cluster by cluster gives the same text as normalising the whole, and keeps the offsets.
 */
export function normaliseTraced(text: string): Traced {
  if (ALL_PLAIN.test(text)) return { text, from: null, to: null };
  const writer = new TracedWriter(text);
  for (const match of text.matchAll(CHANGING)) writer.replace(match.index, match[0], normaliseCluster(match[0]));
  return writer.finish();
}

class TracedWriter {
  readonly #original: string;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #text = "";
  #at = 0;

  constructor(original: string) {
    this.#original = original;
  }

  replace(start: number, cluster: string, output: string): void {
    this.#copyUntil(start);
    this.#at = start + cluster.length;
    this.#text += output;
    const isUntouched = output === cluster;
    for (let i = 0; i < output.length; i++) {
      this.#from.push(isUntouched ? start + i : start);
      this.#to.push(isUntouched ? start + i + 1 : this.#at);
    }
  }

  finish(): Traced {
    this.#copyUntil(this.#original.length);
    return { text: this.#text, from: this.#from, to: this.#to };
  }

  #copyUntil(end: number): void {
    this.#text += this.#original.slice(this.#at, end);
    for (let i = this.#at; i < end; i++) {
      this.#from.push(i);
      this.#to.push(i + 1);
    }
  }
}

function normaliseCluster(cluster: string): string {
  const asEmoji =
    KEYCAP.test(cluster) ||
    (cluster.includes(EMOJI_SELECTOR) && /^\p{Emoji}/u.test(cluster) && !/^[0-9#*]/.test(cluster)) ||
    /^\p{Emoji_Presentation}/u.test(cluster);
  if (asEmoji) return " ";
  const output = cluster.replace(INVISIBLE, "").normalize("NFKC");
  return isEmoji(output) ? " " : output;
}
