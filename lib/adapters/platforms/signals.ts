import { signal } from "#lib/core/captures/signal-names";
import type { PageEvidence, Signal } from "#lib/core/captures/types";
import type { PostDetails } from "#lib/core/posts/post-details";

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
