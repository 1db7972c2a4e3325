import { closenessOf, closestFirst } from "#lib/core/duplicates/closeness";
import { LikenessProbe } from "#lib/core/duplicates/likeness";
import { type LoudDifference, loudDifferences } from "#lib/core/duplicates/loud-differences";
import { passageFinder } from "#lib/core/duplicates/passages";
import { comparable, relateLoaded } from "#lib/core/duplicates/relate";
import type { Closeness, ComparedWording } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { findDecisionsWith, type WordingRow } from "#lib/data/copies";
import { decisionView } from "#lib/services/phrasings/phrasing-views";

/** A wording and how near it is to the compared text; what costs more is filled in for those that are shown. */
export type MeasuredWording = Omit<ComparedWording, "passages" | "loud" | "decision"> & { phrasingId: string | null };

/**
 * How near each of these wordings is to a text, exactly; in their order, each once.
 * @param readings the text and, where its letters were disguised, how it was meant to be read: the nearer one counts, but
 *   only the text itself is word for word the same as another.
 */
export function measureWordings(readings: readonly string[], rows: readonly WordingRow[]): MeasuredWording[] {
  const probes = readings.map((reading) => {
    const chosen = comparable(reading);
    const probe = new LikenessProbe();
    probe.loadText(chosen.body);
    return { chosen, probe };
  });
  return [...new Map(rows.map((row) => [row.id, row])).values()].map((row) => {
    const other = row.body === null ? comparable(row.text ?? row.folded) : { folded: row.folded, body: row.body };
    const near = probes.map(({ chosen, probe }, i) => {
      const relation = relateLoaded(probe, chosen, other);
      const closeness = closenessOf(relation, chosen, other);
      // Short texts that are the same words have nothing to measure.
      if (closeness === "exact")
        return { closeness: i === 0 ? closeness : "family", jaccard: 1, containment: 1 } as const;
      return { closeness, jaccard: relation.jaccard, containment: relation.containment };
    });
    const [nearest = { closeness: null, jaccard: 0, containment: 0 }] = near.sort(closestFirst);
    return { wordingId: row.id, phrasingId: row.phrasingId, text: row.text ?? row.folded, ...nearest };
  });
}

/**
 * The same with what a person must see before a verdict: numbers, names and negations that differ, and what an editor
 * said of the pair. @param ownId the wording of the compared text, if the archive has it.
 */
export async function describeWordings(
  text: string,
  ownId: string | null,
  measured: readonly MeasuredWording[],
): Promise<ComparedWording[]> {
  const ids = measured.map(({ wordingId }) => wordingId);
  const passageOfText = passageFinder(text);
  const decisions = ownId ? await findDecisionsWith(db(), ownId, ids) : null;
  return measured.map(({ phrasingId: _, ...wording }) => {
    const decision = decisions?.get(wording.wordingId);
    const passages = { chosen: passageOfText(wording.text), copy: passageFinder(wording.text)(text) };
    return {
      ...wording,
      passages,
      loud: loudOf(passages, wording.closeness),
      decision: decision ? decisionView(decision) : null,
    };
  });
}

/** Where one text stands inside the other, what was put around it is no change of it. */
function loudOf({ chosen, copy }: ComparedWording["passages"], closeness: Closeness | null): LoudDifference[] {
  const loud = loudDifferences(chosen, copy);
  if (closeness !== "contained") return loud;
  const isInCopy = chosen.length <= copy.length;
  return loud.filter(({ before, after }) => (isInCopy ? before : after) !== "");
}
