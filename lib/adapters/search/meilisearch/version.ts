/** A Meilisearch version; its numbers and how it writes itself. */
export type Version = { major: number; minor: number; patch: number; text: string };

/** The first with everything that Daleel sets and asks (the ranking rule `attributeRank`). */
const OLDEST = { major: 1, minor: 36 };
/** What all of it was tried with. */
const TRIED = "1.50";

/** @param text `1.50.0`, or a line that ends with it. */
export function readVersion(text: string): Version | null {
  const match = /(\d+)\.(\d+)\.(\d+)\S*\s*$/.exec(text);
  if (!match) return null;
  const [major = 0, minor = 0, patch = 0] = match.slice(1).map(Number);
  return { major, minor, patch, text: match[0].trim() };
}

export type Verdict = {
  isUsable: boolean /** For people; null when there is nothing to say. */;
  advice: string | null;
};

/** Whether Daleel can work with a version, and what to know about it. */
export function judgeVersion(version: Version | null): Verdict {
  if (!version)
    return { isUsable: true, advice: `It does not say its version; ${TRIED} is what Daleel was tried with.` };
  const { major, minor, text } = version;
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
    const oldest = `${OLDEST.major}.${OLDEST.minor}`;
    return {
      isUsable: false,
      advice: `Meilisearch ${text} is too old: Daleel needs ${oldest} or newer, and was tried with ${TRIED}.`,
    };
  }
  if (major > OLDEST.major) {
    const advice = `Meilisearch ${text} is newer than all that Daleel knows (${TRIED}); it is used, and may answer differently.`;
    return { isUsable: true, advice };
  }
  return { isUsable: true, advice: null };
}
