import { createHash } from "node:crypto";
import type { Corpus } from "#lib/core/duplicates/corpus";
import { CorpusBuilder } from "#lib/core/duplicates/corpus";
import { unitsOf } from "#lib/core/duplicates/grams";
import { LikenessProbe } from "#lib/core/duplicates/likeness";
import { nearness } from "#lib/core/duplicates/relate";
import { type Neighbour, type Neighbourhood, type Placed, settleFamilies } from "#lib/core/duplicates/settle-families";
import { BANDS, Sketcher } from "#lib/core/duplicates/sketch";

/** A body with the digest that its wording would have. */
export type Body = { digest: string; body: string };

export const bodyWithDigest = (body: string): Body => ({
  digest: createHash("sha256").update(body, "utf8").digest("hex"),
  body,
});

/** Bodies in the order that families are made in. */
export function corpusOf(bodies: readonly Body[]): { corpus: Corpus; order: Body[] } {
  const order = bodies.toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
  const builder = new CorpusBuilder();
  for (const { body } of order) builder.add(body);
  return { corpus: builder.finish(), order };
}

/**
 * An archive's wordings in memory, with the incremental upkeep over them: the neighbourhood that the database gives the
 * real one. For tests and benches. A wording's id is its digest.
 */
export class MemoryFamilies implements Neighbourhood {
  readonly #places = new Map<string, Placed>();
  readonly #units = new Map<string, Uint16Array>();
  readonly #bands = new Map<string, Int32Array>();
  readonly #byKey = new Map<number, string[]>();
  readonly #pivotsByKey = new Map<number, Set<string>>();
  readonly #sketcher = new Sketcher();
  readonly #probe = new LikenessProbe();
  /** `a b` with a < b. */
  readonly apart = new Set<string>();

  get size(): number {
    return this.#places.size;
  }

  /** Where each wording stands: digest → pivot's digest and nearness. */
  places(): Map<string, { pivotId: string | null; nearness: number }> {
    return new Map([...this.#places].map(([id, { pivotId, nearness: near }]) => [id, { pivotId, nearness: near }]));
  }

  /** Adds wordings as one batch. */
  async add(bodies: readonly Body[]): Promise<void> {
    const fresh = bodies.map(({ digest, body }) => this.#write(digest, body));
    await this.#settle(fresh);
  }

  /** Sets two apart, or no longer. */
  async setApart(a: string, b: string, isApart: boolean): Promise<void> {
    const key = pairKey(a, b);
    if (isApart) this.apart.add(key);
    else this.apart.delete(key);
    await this.#settle([a, b].flatMap((id) => this.#places.get(id) ?? []));
  }

  /** Gives a wording another body. */
  async replace(digest: string, body: string): Promise<void> {
    const old = this.#places.get(digest);
    if (!old) return;
    this.#apply(await settleFamilies([], this, [old]));
    for (const key of this.#bands.get(digest) ?? []) {
      this.#byKey.set(key, this.#byKey.get(key)?.filter((id) => id !== digest) ?? []);
      this.#pivotsByKey.get(key)?.delete(digest);
    }
    await this.#settle([this.#write(digest, body)]);
  }

  async pivotsNear(ids: readonly string[]): Promise<Map<string, Neighbour[]>> {
    return new Map(ids.map((id) => [id, this.#near(id, (key) => this.#pivotsByKey.get(key) ?? [])]));
  }

  async allNear(ids: readonly string[]): Promise<Map<string, Neighbour[]>> {
    return new Map(ids.map((id) => [id, this.#near(id, (key) => this.#byKey.get(key) ?? [])]));
  }

  #near(id: string, listOf: (key: number) => Iterable<string>): Neighbour[] {
    const bands = this.#bands.get(id);
    const units = this.#units.get(id);
    if (!bands || !units) return [];
    const candidates = new Set<string>();
    for (const key of bands) for (const other of listOf(key)) if (other !== id) candidates.add(other);
    const found: Neighbour[] = [];
    let isLoaded = false;
    for (const other of candidates) {
      const place = this.#places.get(other);
      const otherUnits = this.#units.get(other);
      if (!place || !otherUnits || this.apart.has(pairKey(id, other))) continue;
      if (!isLoaded) this.#probe.load(units, 0, units.length);
      isLoaded = true;
      const overlap = this.#probe.overlap(otherUnits, 0, otherUnits.length);
      const near = nearness(overlap, units.length, otherUnits.length);
      if (near > 0) found.push({ ...place, near });
    }
    return found;
  }

  async #settle(touched: readonly Placed[]): Promise<void> {
    this.#apply(await settleFamilies(touched, this));
  }

  #apply(changes: Map<string, { pivotId: string; nearness: number }>): void {
    for (const [id, place] of changes) {
      const before = this.#places.get(id);
      this.#places.set(id, { id, digest: id, ...place });
      if ((before?.pivotId === id) === (place.pivotId === id)) continue;
      for (const key of this.#bands.get(id) ?? []) {
        const pivots = this.#pivotsByKey.get(key) ?? new Set();
        if (place.pivotId === id) pivots.add(id);
        else pivots.delete(id);
        this.#pivotsByKey.set(key, pivots);
      }
    }
  }

  #write(digest: string, body: string): Placed {
    const bands = new Int32Array(BANDS);
    const units = unitsOf(body);
    if (this.#sketcher.write(units, 0, units.length, bands, 0)) {
      this.#bands.set(digest, bands);
      for (const key of bands) {
        const list = this.#byKey.get(key);
        if (list) list.push(digest);
        else this.#byKey.set(key, [digest]);
      }
    } else this.#bands.delete(digest);
    this.#units.set(digest, units);
    const placed: Placed = { id: digest, digest, pivotId: null, nearness: 0 };
    this.#places.set(digest, placed);
    return placed;
  }
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
