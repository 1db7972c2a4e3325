import type { Period } from "#lib/data/spread/scope";

const DAY_MS = 86_400_000;

/** Two inclusive days (UTC) as a period. */
export function periodOf({ from, to }: { from?: string; to?: string }): Period {
  return {
    from: from ? new Date(`${from}T00:00:00Z`) : null,
    to: to ? new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS) : null,
  };
}
