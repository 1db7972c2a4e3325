import type { PageEvidence, Signal } from "#lib/core/captures/types";

const MAX_VALUE_LENGTH = 300;

/** One observed fact, cut to a length that can be shown. */
export function signal(name: string, value: unknown): Signal {
  const text = String(value);
  return { signal: name, value: text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH - 1)}…` : text };
}

/** What every classification starts from. */
export function pageSignals(page: PageEvidence): Signal[] {
  const signals = [signal("http_status", page.httpStatus ?? "none")];
  if (page.finalUrl !== page.requestedUrl) signals.push(signal("final_url", page.finalUrl));
  return signals;
}
