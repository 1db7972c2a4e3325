"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { requireActor } from "#lib/auth/session";
import { storableText } from "#lib/core/text/storable";
import { type ActionResult, runAction } from "#lib/http";
import { LOCALE_LIST } from "#lib/i18n/locales";
import type { addExhibitInput, removeExhibitInput } from "#lib/schemas/case-inputs";
import { suppliedQuery } from "#lib/schemas/supplied";
import { type AddedExhibit, addExhibit } from "#lib/services/cases/add-exhibit";
import { addNote } from "#lib/services/cases/add-note";
import { correctCase } from "#lib/services/cases/correct-case";
import { createCase } from "#lib/services/cases/create-case";
import { type ExhibitCandidate, findExhibitCandidates } from "#lib/services/cases/find-exhibit-candidates";
import type { PublishedCase } from "#lib/services/cases/freeze-revision";
import { type CaseForDesk, getCase } from "#lib/services/cases/get-case";
import { publishCase } from "#lib/services/cases/publish-case";
import { removeExhibit } from "#lib/services/cases/remove-exhibit";
import { retractCase } from "#lib/services/cases/retract-case";
import { type SavedCase, saveCase } from "#lib/services/cases/save-case";
import { sendBack } from "#lib/services/cases/send-back";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { listSupplied, type SuppliedItem } from "#lib/services/supplied/list-supplied";

// What the case pages can do. Every action asks who is there; every service checks what they may.

export async function createCaseAction(input: object): Promise<ActionResult<{ id: string }>> {
  return runAction(async () => createCase(await requireActor(), input));
}

export async function saveCaseAction(input: object): Promise<ActionResult<SavedCase>> {
  return runAction(async () => saveCase(await requireActor(), input));
}

/** The case as it stands after the change, so that the editor can go on without a reload. */
export type ExhibitChange<T> = { change: T; caseFile: CaseForDesk };

export async function addExhibitAction(
  input: z.input<typeof addExhibitInput>,
): Promise<ActionResult<ExhibitChange<AddedExhibit>>> {
  return runAction(async () => {
    const actor = await requireActor();
    const change = await addExhibit(actor, input);
    return { change, caseFile: await getCase(actor, String(input?.caseId)) };
  });
}

export async function removeExhibitAction(
  input: z.input<typeof removeExhibitInput>,
): Promise<ActionResult<ExhibitChange<Awaited<ReturnType<typeof removeExhibit>>>>> {
  return runAction(async () => {
    const actor = await requireActor();
    const change = await removeExhibit(actor, input);
    return { change, caseFile: await getCase(actor, String(input?.caseId)) };
  });
}

/** What fits the words: captures with their posts, and the newest page of supplied files. */
export async function findCandidatesAction(
  words: string,
): Promise<ActionResult<{ items: ExhibitCandidate[]; supplied: SuppliedItem[] }>> {
  return runAction(async () => {
    const actor = await requireActor();
    const [items, supplied] = await Promise.all([
      findExhibitCandidates(actor, String(words)),
      listSupplied(actor, suppliedQuery.parse({ q: storableText(String(words)) })),
    ]);
    return { items, supplied: supplied.items };
  });
}

export async function submitForReviewAction(input: object): Promise<ActionResult<void>> {
  return runAction(async () => submitForReview(await requireActor(), input));
}

export async function sendBackAction(input: object): Promise<ActionResult<void>> {
  return runAction(async () => sendBack(await requireActor(), input));
}

export async function addNoteAction(input: object): Promise<ActionResult<void>> {
  return runAction(async () => addNote(await requireActor(), input));
}

export async function correctCaseAction(input: object): Promise<ActionResult<void>> {
  return runAction(async () => correctCase(await requireActor(), input));
}

export async function publishCaseAction(input: object): Promise<ActionResult<PublishedCase>> {
  return runAction(async () => refreshPublicPages(await publishCase(await requireActor(), input)));
}

export async function retractCaseAction(input: object): Promise<ActionResult<PublishedCase>> {
  return runAction(async () => refreshPublicPages(await retractCase(await requireActor(), input)));
}

/** The service told the web server already; this makes sure of the very process that answers this person. */
function refreshPublicPages(published: PublishedCase): PublishedCase {
  for (const locale of LOCALE_LIST) {
    revalidatePath(`/${locale}`);
    revalidatePath(`/${locale}/cases/${published.slug}`);
    // Every revision says whether it is the newest.
    for (let number = 1; number <= published.number; number++) {
      revalidatePath(`/${locale}/cases/${published.slug}/r/${number}`);
    }
  }
  return published;
}
