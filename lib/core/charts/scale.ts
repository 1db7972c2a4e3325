/** Where the lines of a chart's upright axis stand: from 0, evenly, in steps of 1, 2 or 5 times a power of ten. */
export type Scale = { top: number; ticks: number[] };

/**
 * An upright axis for whole numbers that begins at zero. @param most the largest value. @param lines at most so many
 * steps.
 */
export function countScale(most: number, lines = 3): Scale {
  const wanted = Math.max(1, most) / lines;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= wanted - 1e-9) ?? 10) * power);
  const steps = Math.max(1, Math.ceil(most / step - 1e-9));
  return { top: steps * step, ticks: Array.from({ length: steps + 1 }, (_, i) => i * step) };
}
