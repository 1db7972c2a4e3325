import { db } from "#lib/data/client";
import { listSuppliedRows, type SuppliedRow } from "#lib/data/supplied-items";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SuppliedQuery } from "#lib/schemas/supplied";

const PER_PAGE = 30;

/** A supplied file as lists and pages show it. */
export type SuppliedItem = {
  id: string;
  fileName: string;
  format: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  origin: string;
  note: string;
  claimedUrl: string | null;
  claimedAt: string | null;
  suppliedBy: string;
  /** ISO, UTC. */
  receivedAt: string;
};

/** The row as pages get it. */
export function toSuppliedItem({ suppliedBy, suppliedById: _, receivedAt, bytes, ...row }: SuppliedRow): SuppliedItem {
  return { ...row, bytes: Number(bytes), suppliedBy: suppliedBy.name, receivedAt: receivedAt.toISOString() };
}

/**
 * Supplied files, newest first.
 * @throws AppError `not_allowed`.
 */
export async function listSupplied(actor: Actor, query: SuppliedQuery) {
  assertMay(actor, "captures.read");
  const take = { take: PER_PAGE, skip: (query.page - 1) * PER_PAGE };
  const { rows, total } = await listSuppliedRows(db(), { words: query.q, format: query.format, ...take });
  return { items: rows.map(toSuppliedItem), total, page: query.page, pages: Math.max(1, Math.ceil(total / PER_PAGE)) };
}
