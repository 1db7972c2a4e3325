import { type DraftParts, mergeDrafts } from "#lib/core/cases/merge-drafts";

type Item = { id: string };
type Draft = Record<string, unknown>;

/** Members that hold `{ en, ar }`: each language is a part of its own, so two people can write one each. */
const LOCALIZED = ["title", "standfirst", "place", "story", "howWeKnow", "notEstablished"] as const;
/** Members that hold items with ids: each item is a part, and so is their order. */
const LISTS = ["claims", "timeline", "exhibits"] as const;

const isOneOf = (list: readonly string[], key: string) => list.includes(key);

/** Cuts a case draft into the parts that people edit apart from each other. */
export function splitDraft(draft: Draft): DraftParts {
  const parts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(draft)) {
    if (isOneOf(LOCALIZED, key)) {
      for (const [locale, text] of Object.entries(value as Draft)) {
        if (text !== undefined) parts[`${key}.${locale}`] = text;
      }
    } else if (isOneOf(LISTS, key)) {
      const items = value as Item[];
      parts[`${key}.order`] = items.map((item) => item.id);
      for (const item of items) parts[`${key}:${item.id}`] = item;
    } else {
      parts[key] = value;
    }
  }
  return parts;
}

/** Puts the parts together again; items that the order does not name come last, names without an item are left out. */
export function joinDraft(parts: DraftParts): Draft {
  const draft: Draft = {};
  for (const key of LOCALIZED) draft[key] = {};
  for (const key of LISTS) {
    const prefix = `${key}:`;
    const items = new Map(
      Object.entries(parts)
        .filter(([part]) => part.startsWith(prefix))
        .map(([part, item]) => [part.slice(prefix.length), item]),
    );
    const order = (parts[`${key}.order`] as string[] | undefined) ?? [];
    draft[key] = [...new Set([...order, ...items.keys()])].flatMap((id) => items.get(id) ?? []);
  }
  for (const [part, value] of Object.entries(parts)) {
    const [key = "", locale] = part.split(".");
    if (part.includes(":")) continue;
    if (isOneOf(LOCALIZED, key) && locale) (draft[key] as Draft)[locale] = value;
    else if (!isOneOf(LISTS, key)) draft[part] = value;
  }
  return draft;
}

/**
 * Merges what two people made of one draft. Adding items at the same time is not a clash: both stay.
 * @param takeTheirs parts that clash and where theirs was chosen; at the other clashes mine stays.
 * @returns the merged draft and the parts where a person has to choose.
 */
export function mergeCaseDrafts(
  base: Draft,
  mine: Draft,
  theirs: Draft,
  takeTheirs: readonly string[] = [],
): { merged: Draft; clashes: string[] } {
  const theirParts = splitDraft(theirs);
  const { merged, clashes } = mergeDrafts(splitDraft(base), splitDraft(mine), theirParts);
  for (const part of takeTheirs) {
    if (theirParts[part] === undefined) delete merged[part];
    else merged[part] = theirParts[part];
  }
  return { merged: joinDraft(merged), clashes: clashes.filter((part) => !part.endsWith(".order")) };
}
