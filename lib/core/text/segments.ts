/** Part of a text, in UTF-16 units as JavaScript counts them; `end` is not included. */
export type TextRange = { start: number; end: number };

export type Segment = { text: string; marked: boolean; start: number };

/**
 * Cuts a text into marked and unmarked pieces for display.
 * Ranges may overlap, touch, be out of order or reach beyond the text. A range that would cut through what a reader sees
 * as one character (a letter with its diacritics, a joined emoji; UAX #29) grows to hold it whole.
 * @returns pieces in order; joined they are the text; none is empty and neighbours differ in `marked`.
 */
export function splitByRanges(text: string, ranges: readonly TextRange[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of normaliseRanges(text, ranges)) {
    if (start > at) segments.push({ text: text.slice(at, start), marked: false, start: at });
    segments.push({ text: text.slice(start, end), marked: true, start });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false, start: at });
  return segments;
}

/** Ranges within the text, on character borders, sorted and merged. */
function normaliseRanges(text: string, ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  if (ranges.length === 0) return merged;
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text);
  const sorted = ranges
    .map(({ start, end }) => ({ start: Math.max(0, Math.trunc(start)), end: Math.min(text.length, Math.trunc(end)) }))
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => {
      const last = graphemes.containing(end - 1);
      return {
        start: graphemes.containing(start)?.index ?? start,
        end: last ? last.index + last.segment.length : end,
      };
    })
    .sort((a, b) => a.start - b.start);
  for (const range of sorted) {
    const previous = merged.at(-1);
    if (previous && range.start <= previous.end) previous.end = Math.max(previous.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
