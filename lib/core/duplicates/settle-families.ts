import { DigestQueue } from "#lib/core/duplicates/digest-queue";

/**
 * Families kept while wordings arrive: the same as `buildFamilies` over all of them, in whatever order and batches they
 * came. A wording is a pivot exactly when no earlier one (by digest) near to it is; a change can only reach later ones,
 * so what may have changed is looked at in that order, each once. Because digests come in no order that time or anybody
 * knows, one arrival changes on average a constant number of pivots (Censor-Hillel, Haramaty and Karnin, "Optimal
 * dynamic distributed MIS", 2016).
 */

/** A wording's place. `pivotId` is null for one that has none yet. */
export type Placed = { id: string; digest: string; pivotId: string | null; nearness: number };

/** A wording that is near to another, and how near (single precision, above 0). */
export type Neighbour = Placed & { near: number };

/** Where the neighbours of wordings are asked for. Pairs that an editor set apart are never neighbours. */
export type Neighbourhood = {
  /** The pivots near to each. */
  pivotsNear(ids: readonly string[]): Promise<Map<string, Neighbour[]>>;
  /** Every wording near to each that has a place or is being settled. */
  allNear(ids: readonly string[]): Promise<Map<string, Neighbour[]>>;
};

export type Place = { pivotId: string; nearness: number };

/**
 * @param touched wordings that are new (no pivot), or whose neighbours changed.
 * @param leaving wordings that are taken out, as they stood: nobody may keep them as pivot.
 * @returns the new place of every wording whose place changed, those of `leaving` left out.
 */
export async function settleFamilies(
  touched: readonly Placed[],
  neighbourhood: Neighbourhood,
  leaving: readonly Placed[] = [],
): Promise<Map<string, Place>> {
  const settling = new Settling(touched, neighbourhood);
  await settling.takeOut(leaving);
  await settling.decidePivots();
  return settling.assign();
}

class Settling {
  readonly #neighbourhood: Neighbourhood;
  readonly #touched: ReadonlySet<string>;
  readonly #queue = new DigestQueue<Placed>();
  readonly #known = new Map<string, Placed>();
  /** Whether a wording is a pivot, where that was decided here. */
  readonly #decided = new Map<string, boolean>();
  /** Pivots that arose here, by whom they are near to. */
  readonly #gained = new Map<string, Neighbour[]>();
  /** The pivots that were near before. */
  readonly #before = new Map<string, Neighbour[]>();
  readonly #toAssign = new Set<string>();

  constructor(touched: readonly Placed[], neighbourhood: Neighbourhood) {
    this.#neighbourhood = neighbourhood;
    this.#touched = new Set(touched.map(({ id }) => id));
    for (const wording of touched) this.#look(wording);
  }

  async takeOut(leaving: readonly Placed[]): Promise<void> {
    for (const { id } of leaving) this.#decided.set(id, false);
    const pivots = leaving.filter(isPivot);
    const neighbours = await this.#neighbourhood.allNear(pivots.map(({ id }) => id));
    for (const pivot of pivots) this.#lose(pivot, neighbours.get(pivot.id) ?? []);
  }

  async decidePivots(): Promise<void> {
    for (let wording = this.#queue.pop(); wording; wording = this.#queue.pop()) {
      if (this.#decided.has(wording.id)) continue;
      const shall = !(await this.#hasEarlierPivot(wording));
      this.#decided.set(wording.id, shall);
      this.#toAssign.add(wording.id);
      if (shall === isPivot(wording)) continue;
      const neighbours = (await this.#neighbourhood.allNear([wording.id])).get(wording.id) ?? [];
      if (shall) this.#gain(wording, neighbours);
      else this.#lose(wording, neighbours);
    }
  }

  async assign(): Promise<Map<string, Place>> {
    const others = [...this.#toAssign].filter((id) => !this.#decided.get(id));
    await this.#load(others.filter((id) => this.#needsAll(id)));
    const places = new Map<string, Place>();
    for (const id of this.#toAssign) {
      const wording = this.#known.get(id);
      if (!wording) continue;
      const place = this.#decided.get(id) ? { pivotId: id, nearness: 1 } : this.#nearest(wording);
      if (place.pivotId !== wording.pivotId || place.nearness !== wording.nearness) places.set(id, place);
    }
    return places;
  }

  async #hasEarlierPivot(wording: Placed): Promise<boolean> {
    const isEarlier = (pivot: Placed) => pivot.digest < wording.digest && this.#isStillPivot(pivot.id);
    if (this.#gained.get(wording.id)?.some(isEarlier)) return true;
    // What waits in the queue is asked for together: most of it will be needed.
    if (!this.#before.has(wording.id)) await this.#load(this.#queue.ids().concat(wording.id));
    return this.#before.get(wording.id)?.some(isEarlier) ?? false;
  }

  #gain(pivot: Placed, neighbours: readonly Neighbour[]): void {
    for (const neighbour of neighbours) {
      const gained = this.#gained.get(neighbour.id) ?? [];
      gained.push({ ...pivot, near: neighbour.near });
      this.#gained.set(neighbour.id, gained);
      if (this.#decided.get(neighbour.id) === false && !this.#known.has(neighbour.id)) continue;
      const isPivotNow = this.#decided.get(neighbour.id) ?? isPivot(neighbour);
      if (isPivotNow && neighbour.digest > pivot.digest) this.#look(neighbour);
      else if (neighbour.pivotId !== null) this.#assignLater(neighbour);
    }
  }

  #lose(pivot: Placed, neighbours: readonly Neighbour[]): void {
    for (const neighbour of neighbours) {
      if (this.#decided.get(neighbour.id) === false && !this.#known.has(neighbour.id)) continue;
      if (neighbour.pivotId === null) continue;
      if (neighbour.digest > pivot.digest && !isPivot(neighbour)) this.#look(neighbour);
      if (neighbour.pivotId === pivot.id) this.#assignLater(neighbour);
    }
  }

  #look(wording: Placed): void {
    if (this.#decided.has(wording.id)) return;
    this.#remember(wording);
    this.#queue.push(wording);
  }

  #assignLater(wording: Placed): void {
    this.#remember(wording);
    this.#toAssign.add(wording.id);
  }

  #remember({ id, digest, pivotId, nearness }: Placed): void {
    if (!this.#known.has(id)) this.#known.set(id, { id, digest, pivotId, nearness });
  }

  #isStillPivot(id: string): boolean {
    return this.#decided.get(id) ?? true;
  }

  /** Whether the pivots that arose here are not enough to know the nearest: the old one is gone, or as near as a new one. */
  #needsAll(id: string): boolean {
    const { pivotId = null, nearness = 0 } = this.#known.get(id) ?? {};
    if (this.#touched.has(id) || pivotId === null || pivotId === id || !this.#isStillPivot(pivotId)) return true;
    return this.#gained.get(id)?.some(({ near }) => near === nearness) ?? false;
  }

  #nearest(wording: Placed): Place {
    const before = this.#before.get(wording.id);
    const all = [...(before ?? []), ...(this.#gained.get(wording.id) ?? [])].filter(({ id }) => this.#isStillPivot(id));
    let best: Neighbour | undefined;
    for (const pivot of all) {
      if (!best || pivot.near > best.near || (pivot.near === best.near && pivot.digest < best.digest)) best = pivot;
    }
    const isOldNearer = !before && wording.pivotId !== null && (!best || best.near < wording.nearness);
    if (isOldNearer && wording.pivotId !== null) return { pivotId: wording.pivotId, nearness: wording.nearness };
    if (!best) throw new Error(`Wording ${wording.id} is no pivot and has none near`);
    return { pivotId: best.id, nearness: best.near };
  }

  async #load(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#before.has(id));
    if (missing.length === 0) return;
    const found = await this.#neighbourhood.pivotsNear(missing);
    for (const id of missing) this.#before.set(id, found.get(id) ?? []);
  }
}

const isPivot = ({ id, pivotId }: Placed): boolean => id === pivotId;
