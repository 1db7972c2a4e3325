import { shadowWords } from "#lib/adapters/search/meilisearch/shadow-words";
import type { PhrasingPatch, SearchDoc, SearchHit, SearchKind } from "#lib/core/search/search-index";
import { storableText } from "#lib/core/text/storable";

/** What stands under one result when results are collapsed; as in PostgreSQL (lib/data/search/find-documents.ts). */
type Family = { family: string };

/** A document as it is kept: without what is null, the time as a number, the words beside the texts. */
export type StoredDoc = Family & Record<string, unknown>;

/** A document as a search gives it back. */
export type FoundDoc = {
  id: string;
  kind: SearchKind;
  entityId: string;
  text: string;
  platform: string;
  hashtags: string[];
  url: string;
  caseIds: string[];
  copies: number;
  /** Milliseconds since 1970. */
  at: number;
  family: string;
} & Partial<
  Record<
    | "title"
    | "account"
    | "accountName"
    | "language"
    | "outcome"
    | "captureId"
    | "wordingId"
    | "phrasingId"
    | "suppliedBy",
    string
  >
>;

/** Meilisearch takes letters, digits, `-` and `_` in ids. */
export const toStoredId = (id: string): string => id.replace(":", "_");
export const fromStoredId = (id: string): string => id.replace("_", ":");

/** A band key as it is kept: as text, because Meilisearch builds levels for ranges over all numbers. */
export const toBandText = (band: number): string => (band >>> 0).toString(36);

/** @param during the rebuild that is under way while this is written, if one is. */
export function toStored(doc: SearchDoc, during: string | null): StoredDoc {
  const title = doc.title === null ? null : storableText(doc.title);
  const accountName = doc.accountName === null ? null : storableText(doc.accountName);
  const suppliedBy = doc.suppliedBy === null ? null : storableText(doc.suppliedBy);
  const texts = { ...doc, title, accountName, text: storableText(doc.text) };
  return withoutNulls({
    ...texts,
    suppliedBy,
    id: toStoredId(doc.id),
    at: Date.parse(doc.at),
    bands: doc.bands.map(toBandText),
    family: familyOf(doc),
    during,
    ...shadowWords(texts),
  });
}

/** The part of a document that changes with its phrasing. @param wordingId stands for the phrasing where there is none. */
export function toStoredPatch(change: PhrasingPatch, wordingId: string | null, during: string | null): StoredDoc {
  const { id, phrasingId, copies } = change;
  return {
    id: toStoredId(id),
    phrasingId,
    copies,
    family: familyOf({ id, phrasingId, wordingId }),
    patchedDuring: during,
  };
}

export function fromFound(found: FoundDoc): Omit<SearchHit, "ranges" | "titleRanges"> {
  const { family: _, ...doc } = found;
  return {
    ...doc,
    id: fromStoredId(doc.id),
    title: doc.title ?? null,
    account: doc.account ?? null,
    accountName: doc.accountName ?? null,
    language: doc.language ?? null,
    outcome: doc.outcome ?? null,
    captureId: doc.captureId ?? null,
    wordingId: doc.wordingId ?? null,
    phrasingId: doc.phrasingId ?? null,
    suppliedBy: doc.suppliedBy ?? null,
    at: new Date(doc.at).toISOString(),
  };
}

function familyOf({ id, phrasingId, wordingId }: Pick<SearchDoc, "id" | "phrasingId" | "wordingId">): string {
  return phrasingId ?? wordingId ?? toStoredId(id);
}

function withoutNulls<T extends Family>(doc: T): StoredDoc {
  return Object.fromEntries(Object.entries(doc).filter(([, value]) => value !== null)) as StoredDoc;
}
