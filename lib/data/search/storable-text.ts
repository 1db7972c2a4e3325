/** What PostgreSQL can keep, unit for unit, so that offsets stay true: no NUL, no unpaired surrogates. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}
