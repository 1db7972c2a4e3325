/** An object of JSON that nobody has checked. */
export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Follows keys into unchecked JSON; undefined as soon as one is missing. */
export function dig(value: unknown, ...keys: (string | number)[]): unknown {
  let here = value;
  for (const key of keys) {
    if (Array.isArray(here) && typeof key === "number") here = here[key];
    else if (isRecord(here)) here = here[key];
    else return undefined;
  }
  return here;
}

/** A non-empty text, or undefined. */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A count as platforms write it: a number, or digits in a text. */
export function asCount(value: unknown): number | undefined {
  const count = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** A time in any form that Date reads, as ISO in UTC. */
export function asIsoTime(value: unknown): string | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** Every object inside unchecked JSON, outer ones first. `enter` says whether to look inside a key. */
export function* everyRecord(value: unknown, enter: (key: string) => boolean = () => true): Generator<Json> {
  if (Array.isArray(value)) for (const item of value) yield* everyRecord(item, enter);
  if (!isRecord(value)) return;
  yield value;
  for (const [key, item] of Object.entries(value)) if (enter(key)) yield* everyRecord(item, enter);
}
