import { z } from "zod";
import { hashPassword } from "#lib/auth/passwords";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { claimInvitation, setInvitationAcceptedBy } from "#lib/data/invitations";
import { insertPerson, type PersonRow, updatePerson } from "#lib/data/people";
import { AppError } from "#lib/errors";
import { parseInput } from "#lib/schemas/parse-input";
import { localeSchema, newPasswordSchema, personNameSchema } from "#lib/schemas/person";
import { findInvitation } from "#lib/services/people/find-invitation";
import { hashInvitationToken } from "#lib/services/people/invitation-token";

const schema = z.object({
  token: z.string().max(200),
  name: personNameSchema,
  password: newPasswordSchema,
  locale: localeSchema,
});

/**
 * Turns an invitation into an account: with the e-mail and role the admin wrote, the name and password of the guest.
 * E-mail and role in the input would be ignored.
 * @returns the person, signed in from now on as far as the database is concerned.
 * @throws AppError `bad_input`; `invitation_void`; `email_taken`.
 */
export async function acceptInvitation(input: unknown): Promise<PersonRow> {
  const { token, name, password, locale } = parseInput(schema, input);
  // Before the costly hash: whoever has no open invitation gets no work out of the server.
  if (!(await findInvitation(token))) throw new AppError("invitation_void", "The invitation is not open");
  const passwordHash = await hashPassword(password);
  return db().$transaction(async (tx) => {
    const invitation = await claimInvitation(tx, hashInvitationToken(token));
    if (!invitation) throw new AppError("invitation_void", "The invitation is not open");
    const { email, role } = invitation;
    const person = await insertPerson(tx, { email, name, role, locale, passwordHash });
    await setInvitationAcceptedBy(tx, invitation.id, person.id);
    const signedIn = await updatePerson(tx, person.id, { lastSignInAt: new Date() });
    await appendCustodyEvent(tx, {
      actor: person,
      action: "user.joined",
      subjectType: "user",
      subjectId: person.id,
      details: { how: "invitation", invitationId: invitation.id, email, name, role },
    });
    return signedIn;
  });
}
