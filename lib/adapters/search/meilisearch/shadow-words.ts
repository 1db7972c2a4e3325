import { findAddressKeys } from "#lib/core/search/address-key";
import { findEmoji } from "#lib/core/search/emoji";
import { namesOf } from "#lib/core/search/names";
import { MIN_NEAR_CHARS } from "#lib/core/search/near-words";
import { wordForms } from "#lib/core/search/word-forms";
import { foldText } from "#lib/core/text/fold";

/** Meilisearch leaves out words of more than 255 bytes; a letter has up to three. */
const MAX_WORD_CHARS = 80;
/** Each stands eight places from the next, and 65,535 places of a field are looked at. */
const MAX_LIST_WORDS = 8_000;
/** Never seen by a reader: Meilisearch drops it after it has looked for the article. */
const TATWEEL = "\u0640";

/** What Meilisearch searches in: our words, so that both engines find the same. The texts themselves it only shows. */
export type ShadowWords = {
  titleWords: string;
  nameWords: string;
  textWords: string;
  /** The other forms of words that have any, for words whose beginning was typed. */
  otherForms: string[];
  /** What folding leaves out and people search for all the same; filtered by, so that words stay words. */
  emoji: string[];
  addresses: string[];
  /**
   * Words in all forms that may be met with a slip of the finger; the fields above forgive none. Meilisearch also takes
   * from here of which beginnings it keeps lists; of others it looks at the first thousand words only.
   */
  nearWords: string[];
};

export type ShadowedTexts = {
  title: string | null;
  text: string;
  account: string | null;
  accountName: string | null;
  url: string;
};

/** The words of a document as they are put into the index. Words stand in their places, so that phrases hold. */
export function shadowWords({ title, text, account, accountName, url }: ShadowedTexts): ShadowWords {
  const written = `${title ?? ""} ${url} ${text}`;
  const forms = new Set<string>();
  const near = new Set<string>();
  const keysOf = (folded: string) =>
    words(folded).map((word) => {
      const all = wordForms(word.slice(0, MAX_WORD_CHARS).toWellFormed()).map(asToken);
      for (const form of all) if (form.length >= MIN_NEAR_CHARS && !/\p{N}/u.test(form)) near.add(form);
      const key = all.pop() ?? word;
      for (const form of all) forms.add(form);
      return key;
    });
  return {
    titleWords: keysOf(foldText(title ?? "")).join(" "),
    nameWords: keysOf(namesOf({ account, accountName, text })).join(" "),
    textWords: keysOf(foldText(text)).join(" "),
    otherForms: [...forms].slice(0, MAX_LIST_WORDS),
    emoji: findEmoji(written),
    addresses: findAddressKeys(written),
    nearWords: [...near].slice(0, MAX_LIST_WORDS),
  };
}

/** One folded word as it is looked up: the form that it shares with all that it finds. */
export function queryToken(word: string): string {
  return asToken(wordForms(word.slice(0, MAX_WORD_CHARS).toWellFormed()).at(-1) ?? word);
}

/** Meilisearch cuts «ال» off every word that begins with it, also off «الله» and «الان»; behind a tatweel it does not. */
function asToken(word: string): string {
  return word.startsWith("ال") ? TATWEEL + word : word;
}

const words = (folded: string) => folded.split(" ").filter(Boolean);
