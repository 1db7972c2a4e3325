"use server";

import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireActor } from "#lib/auth/session";
import { storableText } from "#lib/core/text/storable";
import { runAction } from "#lib/http";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { findCopies } from "#lib/services/copies/find-copies";
import { copiesHref, fitsAddress } from "./copies-href";
import { CopiesResult } from "./copies-result";

/** What a text brought that is too long for an address: its result, or what kept it from being looked for. */
export type Found = { text: string; result: ReactNode; problem: string | null };

/**
 * Finds copies of a pasted text. One that an address holds gets one, so that it can be shared and gone back to; so does
 * one that the archive has. The result of any other is the answer itself.
 */
export async function findAction(_: Found | null, form: FormData): Promise<Found | null> {
  const text = storableText(String(form.get("text") ?? ""));
  const locale = String(form.get("locale"));
  if (!isLocale(locale)) return null;
  if (text.trim() === "") return { text, result: null, problem: messages(locale).copies.nothingPasted };
  if (fitsAddress(locale, text)) redirect(copiesHref(locale, { text }));
  const found = await runAction(async () => {
    const user = await requireActor();
    return { user, copies: await findCopies(user, { text }) };
  });
  if (!found.ok) {
    const { copies, errors } = messages(locale);
    const { code } = found.error;
    return { text, result: null, problem: code === "bad_input" ? copies.tooLong : errors[code] };
  }
  const { wordingId } = found.data.copies.chosen;
  if (wordingId) redirect(copiesHref(locale, { wordingId }));
  return { text, result: <CopiesResult locale={locale} {...found.data} />, problem: null };
}
