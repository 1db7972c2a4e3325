import { SpreadFacts } from "#components/copies/spread-facts";
import { TimeStrip } from "#components/copies/time-strip";
import { measurePhrasings } from "#lib/services/copies/measure-phrasings";
import type { SectionProps } from "./section-props";

/** When it was posted: every post on a strip, how close together. */
export async function SpreadSection({ locale, user, phrasing }: SectionProps) {
  const spread = (await measurePhrasings(user, [phrasing], Number.POSITIVE_INFINITY)).get(phrasing.id);
  if (!spread) return null;
  return (
    <section className="flex flex-col gap-4">
      <TimeStrip locale={locale} spread={spread} />
      <SpreadFacts locale={locale} spread={spread} />
    </section>
  );
}
