import { z } from "zod";
import { type CaseDraft, caseDraft } from "#lib/schemas/case-draft";

/** What a browser keeps of a draft until the server has it: it survives a closed laptop and a server that is away. */
export type LocalCopy = { base: CaseDraft; draft: CaseDraft; at: string };

const schema = z.object({ base: caseDraft, draft: caseDraft, at: z.iso.datetime() });
const keyOf = (caseId: string) => `daleel-case-${caseId}`;

/** The copy of this case in this browser; null when there is none or it cannot be read. */
export function readLocalCopy(caseId: string): LocalCopy | null {
  try {
    const stored = localStorage.getItem(keyOf(caseId));
    return stored ? schema.parse(JSON.parse(stored)) : null;
  } catch {
    return null;
  }
}

/** Keeps a copy. A browser that cannot (full, private) goes on without: the server's copy is the record. */
export function writeLocalCopy(caseId: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(caseId), JSON.stringify(copy));
  } catch {
    // Nothing to do about it, and saving to the server goes on.
  }
}

/** Forgets the copy once the server has the text, or the person does not want it. */
export function dropLocalCopy(caseId: string): void {
  try {
    localStorage.removeItem(keyOf(caseId));
  } catch {
    // A browser without storage has no copy either.
  }
}
