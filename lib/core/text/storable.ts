/**
 * A text as PostgreSQL can keep it: NUL and halves of a surrogate pair (both arrive by pasting) become the replacement
 * character U+FFFD, unit for unit, so that they are seen and offsets stay true.
 */
export function storableText(text: string): string {
  return text.replaceAll("\u0000", "\uFFFD").toWellFormed();
}

/** The same for every text in a plain value as JSON knows it; anything else is handed on as it is. */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, storable(each)]));
}
