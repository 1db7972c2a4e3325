import type { SpreadView } from "#lib/core/spread/views";
import { ALWAYS } from "#lib/data/spread/scope";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { measureScope } from "#lib/services/spread/measure-scope";

/** Counts the posts of a phrasing over time and by account. @param isWhole draws stragglers, too. */
export async function measurePhrasing(actor: Actor, phrasingId: string, isWhole: boolean): Promise<SpreadView> {
  assertMay(actor, "captures.read");
  return measureScope({ kind: "phrasing", id: phrasingId }, ALWAYS, isWhole);
}
