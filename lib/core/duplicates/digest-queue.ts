type Queued = { id: string; digest: string };

/** Wordings by digest, smallest first; each once, whenever it was put in. A binary heap. */
export class DigestQueue<T extends Queued> {
  readonly #heap: T[] = [];
  readonly #waiting = new Set<string>();

  push(wording: T): void {
    if (this.#waiting.has(wording.id)) return;
    this.#waiting.add(wording.id);
    const heap = this.#heap;
    let at = heap.push(wording) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((heap[above]?.digest ?? "") <= wording.digest) break;
      heap[at] = heap[above] as T;
      at = above;
    }
    heap[at] = wording;
  }

  pop(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last) return undefined;
    this.#waiting.delete(first.id);
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  /** Those that wait, in no order. */
  ids(): string[] {
    return [...this.#waiting];
  }

  #sink(wording: T): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if ((heap[below + 1]?.digest ?? "\uffff") < (heap[below]?.digest ?? "")) below++;
      if ((heap[below]?.digest ?? "") >= wording.digest) break;
      heap[at] = heap[below] as T;
      at = below;
    }
    heap[at] = wording;
  }
}
