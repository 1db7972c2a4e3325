import { findPersonById, type PersonRow } from "#lib/data/people";

/** The person a session belongs to; null when they were disabled or their sessions were ended since. */
export async function findSessionPerson(claims: { userId: string; sessionVersion: number }): Promise<PersonRow | null> {
  const person = await findPersonById(claims.userId);
  if (!person || person.disabledAt || person.sessionVersion !== claims.sessionVersion) return null;
  return person;
}
