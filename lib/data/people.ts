import { type Db, db, type Tx } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";

/** Somebody with an account, without anything secret. */
export type PersonRow = Actor & {
  email: string;
  locale: string;
  sessionVersion: number;
  disabledAt: Date | null;
  createdAt: Date;
  lastSignInAt: Date | null;
};

const PUBLIC = {
  id: true,
  email: true,
  name: true,
  role: true,
  locale: true,
  sessionVersion: true,
  disabledAt: true,
  createdAt: true,
  lastSignInAt: true,
} as const;

export async function findPersonById(id: string, client: Db = db()): Promise<PersonRow | null> {
  return client.user.findUnique({ where: { id }, select: PUBLIC });
}

/** @param email lower case. */
export async function findPersonByEmail(email: string, client: Db = db()): Promise<PersonRow | null> {
  return client.user.findUnique({ where: { email }, select: PUBLIC });
}

/** The person and the stored hash; only for checking a password. */
export async function findPersonWithHash(
  where: { id: string } | { email: string },
  client: Db = db(),
): Promise<(PersonRow & { passwordHash: string }) | null> {
  return client.user.findUnique({ where, select: { ...PUBLIC, passwordHash: true } });
}

/** Everybody, those who left last. */
export async function listPeopleRows(): Promise<PersonRow[]> {
  return db().user.findMany({
    orderBy: [{ disabledAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    select: PUBLIC,
  });
}

export async function countPeople(client: Db = db()): Promise<number> {
  return client.user.count();
}

/** @throws AppError `email_taken`. */
export async function insertPerson(
  tx: Tx,
  person: { email: string; name: string; role: Actor["role"]; locale: string; passwordHash: string },
): Promise<PersonRow> {
  // One statement that never fails on the unique key: a failed one would spoil the caller's transaction.
  const { count } = await tx.user.createMany({ data: [person], skipDuplicates: true });
  const row = count === 1 ? await findPersonByEmail(person.email, tx) : null;
  if (!row) throw new AppError("email_taken", "There is an account with this e-mail");
  return row;
}

/** Changes what may change about a person; `endSessions` raises the session version, so that every session ends. */
export async function updatePerson(
  tx: Db,
  id: string,
  change: {
    name?: string;
    locale?: string;
    role?: Actor["role"];
    passwordHash?: string;
    disabledAt?: Date | null;
    lastSignInAt?: Date;
  },
  options: { endSessions?: boolean } = {},
): Promise<PersonRow> {
  const sessionVersion = options.endSessions ? { increment: 1 } : undefined;
  return tx.user.update({ where: { id }, data: { ...change, sessionVersion }, select: PUBLIC });
}

/**
 * Stores the same password under today's parameters, unless it was changed in the meantime.
 * @param from the hash that was just verified.
 */
export async function replaceHash(id: string, from: string, to: string): Promise<void> {
  await db().user.updateMany({ where: { id, passwordHash: from }, data: { passwordHash: to } });
}

/**
 * Locks every active admin until the transaction ends, so that two of them cannot leave at once.
 * @returns their ids.
 */
export async function lockActiveAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM app_user WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE`;
  return rows.map((row) => row.id);
}
