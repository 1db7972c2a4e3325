/**
 * The first `most` of the whole numbers below `count` in an order, without sorting them all: a heap of the best so far
 * whose worst stands on top.
 */
export function topOf(count: number, most: number, compare: (x: number, y: number) => number): number[] {
  const heap: number[] = [];
  const isWorse = (i: number, j: number) => compare(heap[i] ?? 0, heap[j] ?? 0) > 0;
  const swap = (i: number, j: number) => {
    const kept = heap[i] ?? 0;
    heap[i] = heap[j] ?? 0;
    heap[j] = kept;
  };
  const sink = () => {
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      let worst = i;
      if (left < heap.length && isWorse(left, worst)) worst = left;
      if (right < heap.length && isWorse(right, worst)) worst = right;
      if (worst === i) return;
      swap(i, worst);
      i = worst;
    }
  };
  for (let item = 0; item < count && most > 0; item++) {
    if (heap.length < most) {
      let i = heap.push(item) - 1;
      for (let up = (i - 1) >> 1; i > 0 && isWorse(i, up); i = up, up = (i - 1) >> 1) swap(i, up);
    } else if (compare(item, heap[0] ?? 0) < 0) {
      heap[0] = item;
      sink();
    }
  }
  return heap.sort(compare);
}
