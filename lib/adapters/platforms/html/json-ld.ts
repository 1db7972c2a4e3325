import { isRecord, type Json, parseJson } from "#lib/adapters/platforms/json";

/** All JSON-LD objects of a page, lists and `@graph` opened, in order. Broken blocks are left out. */
export function findJsonLd(document: Document): Json[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    flatten(parseJson(script.textContent ?? "")),
  );
}

/** Whether a JSON-LD object is of one of these types. */
export function hasType(object: Json, ...types: string[]): boolean {
  const own = object["@type"];
  return (Array.isArray(own) ? own : [own]).some((type) => typeof type === "string" && types.includes(type));
}

function flatten(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (!isRecord(value)) return [];
  return Array.isArray(value["@graph"]) ? [value, ...value["@graph"].flatMap(flatten)] : [value];
}
