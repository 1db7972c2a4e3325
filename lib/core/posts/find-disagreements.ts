import { COMPARED_FIELDS, type ComparedField, type Disagreement } from "#lib/core/posts/post-details";
import type { PostWitness } from "#lib/core/posts/post-witness";
import { decodeEntities, isSameText } from "#lib/core/posts/same-text";

/** Pages show whole seconds, cut or rounded. */
const SAME_TIME_MS = 1_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The fields that witnesses of one post state differently, each with everything that was said of it.
 * Every pair is compared: two that agree with a third, which says less, may still contradict each other.
 */
export function findDisagreements(witnesses: readonly PostWitness[]): Disagreement[] {
  return COMPARED_FIELDS.flatMap((field): Disagreement[] => {
    const speakers = witnesses.filter((witness) => stated(witness, field) !== undefined);
    const isDisputed = speakers.some((one, i) =>
      speakers.slice(i + 1).some((two) => !agree(field, one, two, witnesses)),
    );
    const values = speakers.map((witness) => ({ witness: witness.source, value: stated(witness, field) ?? "" }));
    return isDisputed ? [{ field, values }] : [];
  });
}

function stated(witness: PostWitness, field: ComparedField): string | undefined {
  const value = witness[field];
  return value === undefined ? undefined : String(value);
}

function agree(field: ComparedField, one: PostWitness, two: PostWitness, all: readonly PostWitness[]): boolean {
  const [a, b] = [stated(one, field) ?? "", stated(two, field) ?? ""];
  switch (field) {
    case "text":
      return isSameText(
        { text: a, isCut: isCut(one) },
        { text: b, isCut: isCut(two) },
        all.flatMap(({ links = [] }) => links),
      );
    case "postedAt":
      return isSameTime(a, b);
    case "authorHandle":
      return a.toLowerCase() === b.toLowerCase();
    case "authorName":
      return plain(a) === plain(b);
    case "mediaCount":
      return a === b;
  }
}

const plain = (name: string) => decodeEntities(name).normalize("NFC").replace(/\s+/gu, " ").trim();

const isCut = ({ isTruncated, mayBeCut, text = "" }: PostWitness) =>
  isTruncated === true || (mayBeCut === true && /(?:…|\.{3})$/u.test(text.trim()));

/** A date alone says nothing of its time zone: the day before and after may be the same moment. */
function isSameTime(a: string, b: string): boolean {
  const isDateOnly = a.length <= 10 || b.length <= 10;
  const apartMs = isDateOnly
    ? Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10)))
    : Math.abs(Date.parse(a) - Date.parse(b));
  return apartMs <= (isDateOnly ? DAY_MS : SAME_TIME_MS);
}
