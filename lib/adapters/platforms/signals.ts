import type { PageEvidence, Signal } from "#lib/core/captures/types";
import type { PostDetails } from "#lib/core/posts/post-details";

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

/** Which witnesses disagree about what, as `text: network_json=json_ld≠dom`; the values stand with the post. */
export function disagreementSignals({ disagreements = [] }: PostDetails): Signal[] {
  return disagreements.map(({ field, values }) => {
    const camps = Map.groupBy(values, ({ value }) => value).values();
    const sides = [...camps].map((camp) => camp.map(({ witness }) => witness).join("="));
    return signal("witnesses_disagree", `${field}: ${sides.join("≠")}`);
  });
}
