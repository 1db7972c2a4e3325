import { findPersonById, type PersonRow } from "#lib/data/people";

/** The person with this id unless they were disabled; for sessions that are just being made. */
export async function findPerson(id: string): Promise<PersonRow | null> {
  const person = await findPersonById(id);
  return person?.disabledAt ? null : person;
}
