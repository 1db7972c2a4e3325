import { findDroppedSpans } from "#lib/core/text/fold-spans";

const BEFORE = /^(?:https?:\/\/)?(?:www\.)?/iu;
const MAX_ADDRESSES = 100;
const MAX_CHARS = 200;

/**
 * The addresses of the web in a text, each once, without scheme and `www.`: what folding drops and people search for all
 * the same. Whatever an address begins with, its key begins with that one's key.
 */
export function findAddressKeys(text: string): string[] {
  const keys = findDroppedSpans(text)
    .slice(0, MAX_ADDRESSES)
    .map(([start, end]) => text.slice(start, end))
    .filter((found) => !/^(?:@|RT\s)/iu.test(found))
    .map((address) => address.replace(BEFORE, "").slice(0, MAX_CHARS).toWellFormed());
  return [...new Set(keys.filter(Boolean))];
}
