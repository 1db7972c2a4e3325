import { findPersonByEmail } from "#lib/data/people";
import type { Actor } from "#lib/permissions/actor";
import { createPerson } from "#lib/services/people/create-person";

/** Plain words on purpose: the demo listens on this machine only and holds sample data only. */
const PASSWORD = "demo square 2026";

const PEOPLE = [
  { email: "admin@demo.example", name: "Demo Admin", role: "admin" },
  { email: "editor@demo.example", name: "Demo Editor", role: "editor" },
  { email: "publisher@demo.example", name: "Demo Publisher", role: "publisher" },
] as const;

export type DemoPeople = Record<"admin" | "editor" | "publisher", Actor> & {
  signIns: { email: string; password: string }[];
};

/** The demo's three people; made on its first start. */
export async function demoPeople(): Promise<DemoPeople> {
  const find = async ({ email, name, role }: (typeof PEOPLE)[number]): Promise<Actor> =>
    (await findPersonByEmail(email)) ?? createPerson({ email, name, role, password: PASSWORD });
  const [admin, editor, publisher] = await Promise.all([find(PEOPLE[0]), find(PEOPLE[1]), find(PEOPLE[2])]);
  return { admin, editor, publisher, signIns: PEOPLE.map(({ email }) => ({ email, password: PASSWORD })) };
}
