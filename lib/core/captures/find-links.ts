import { stripPunctuation } from "#lib/core/captures/clean-line";

/** A word of a line that means an address: as a URL, or the reason why it is none that we take. */
export type FoundLink = { url: URL } | { refused: "scheme_refused" };

const REFUSED_SCHEMES =
  /^(?:file|data|javascript|vbscript|ftps?|sftp|ssh|wss?|view-source|chrome|chrome-extension|about|blob|filesystem|resource|jar|ldap|gopher|mailto|tel|sms|intent|android-app|whatsapp|tg|magnet):/i;
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i;
const HTTP_INSIDE = /https?:\/{0,2}[^\s/]/i;
const BARE_HOST =
  /^(?:localhost|\[[0-9a-f:.]+\]|(?:\d{1,3}\.){3}\d{1,3}|(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+))\.?(?::\d{1,5})?(?:[/?#]|$)/iu;

/** The addresses in a line, in order. Words without a scheme count when they begin with a host name. */
export function findLinks(line: string): FoundLink[] {
  return line
    .split(" ")
    .map(findInWord)
    .filter((link) => link !== undefined);
}

function findInWord(raw: string): FoundLink | undefined {
  const word = stripPunctuation(raw);
  // `[title](https://…)` and `link:https://…`: the address begins inside the word. A scheme that wraps it does not hide.
  if (REFUSED_SCHEMES.test(word)) return { refused: "scheme_refused" };
  const inside = HTTP_INSIDE.exec(word);
  if (inside && (inside.index === 0 || !/^[\w.+-]+(?:\.[\w-]+)+[/?]/.test(word))) {
    return parse(stripPunctuation(word.slice(inside.index)));
  }
  if (OTHER_SCHEME.test(word)) return { refused: "scheme_refused" };
  if (word.startsWith("//")) return parse(`https:${word}`);
  return BARE_HOST.test(word) ? parse(`${schemeFor(word)}://${word}`) : undefined;
}

/** Without a scheme people mean https, but a port of its own means a server that speaks http. */
function schemeFor(word: string): "http" | "https" {
  const port = /^[^/?#]*:(\d+)(?:[/?#]|$)/.exec(word)?.[1];
  return port === undefined || port === "443" ? "https" : "http";
}

function parse(address: string): FoundLink | undefined {
  // Pages run this as well, and browsers of a few years ago have no URL.parse.
  try {
    const url = new URL(address);
    return url.hostname === "" ? undefined : { url };
  } catch {
    return undefined;
  }
}
