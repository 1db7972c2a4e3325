/** Control characters, and marks that turn the direction of what follows: `gnp.exe` read backwards looks like a picture. */
const DECEIVING = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The name of a supplied file as it is kept and shown: the last part of a path, with nothing in it that makes it look
 * like another name or lead an address elsewhere. Empty when nothing is left.
 */
export function cleanFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replaceAll(DECEIVING, "").trim();
  return /^\.+$/.test(clean) ? "" : clean;
}
