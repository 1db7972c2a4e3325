import { z } from "zod";
import { hashPassword, needsRehash, verifyPassword } from "#lib/auth/passwords";
import { storable } from "#lib/core/text/storable";
import { db } from "#lib/data/client";
import { findPersonWithHash, type PersonRow, replaceHash, updatePerson } from "#lib/data/people";
import { beginSignInAttempt, markAttemptSucceeded } from "#lib/data/sign-in-attempts";
import { AppError } from "#lib/errors";

/** Loose on purpose: what was typed is compared, not judged. */
const schema = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(1_000) });

/**
 * Checks e-mail and password. An unknown e-mail, a wrong password and a disabled account give the same answer after
 * the same work.
 * @param address where the try comes from (lib/auth/request-address.ts), for throttling.
 * @throws AppError `wrong_sign_in`; `too_many_tries` with `retryAfterSeconds`.
 */
export async function signIn(input: unknown, address: string): Promise<PersonRow> {
  const parsed = schema.safeParse(storable(input));
  if (!parsed.success) throw new AppError("wrong_sign_in", "Sign-in with malformed input");
  const { email, password } = parsed.data;
  const gate = await beginSignInAttempt(email, address);
  if (!gate.allowed) {
    const { retryAfterSeconds } = gate;
    throw new AppError("too_many_tries", "Sign-in is throttled", { retryAfterSeconds });
  }
  const person = await findPersonWithHash({ email });
  const fits = await verifyPassword(password, person?.passwordHash);
  if (!person || !fits || person.disabledAt) throw new AppError("wrong_sign_in", "Wrong e-mail or password");
  await markAttemptSucceeded(gate.attemptId);
  if (needsRehash(person.passwordHash)) {
    await replaceHash(person.id, person.passwordHash, await hashPassword(password));
  }
  return updatePerson(db(), person.id, { lastSignInAt: new Date() });
}
