import type { ReactNode } from "react";

/** How the three kinds of posts are drawn: full, hatched, dotted, so that nothing depends on colour. */
export type SeriesLook = "full" | "hatched" | "dotted";

/** The patterns of one drawing. @param id a unique start of ids on the page. */
export function SeriesPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatched`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="4" height="4" fill="var(--wash)" />
        <line x1="0" y1="0" x2="0" y2="4" stroke="var(--ink-faint)" strokeWidth="1.6" />
      </pattern>
      <pattern id={`${id}-dotted`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" fill="var(--paper)" />
        <circle cx="2" cy="2" r="0.95" fill="var(--ink-faint)" />
      </pattern>
    </defs>
  );
}

/** What a shape of this look is filled with. */
export function seriesFill(id: string, look: SeriesLook): string {
  return look === "full" ? "var(--ink)" : `url(#${id}-${look})`;
}

/** An entry of a legend: the look, the word, the number. */
export function Swatch({ id, look, children }: { id: string; look: SeriesLook; children: ReactNode }) {
  return (
    <span className="inline-flex items-baseline gap-1.5 whitespace-nowrap">
      <svg aria-hidden="true" className="size-3.5 shrink-0 self-center">
        <rect width="100%" height="100%" fill={seriesFill(id, look)} stroke="var(--edge)" />
      </svg>
      <span>{children}</span>
    </span>
  );
}
