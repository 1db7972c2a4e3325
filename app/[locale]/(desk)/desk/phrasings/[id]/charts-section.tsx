import { SpreadCharts } from "#components/spread/spread-charts";
import { Card } from "#components/ui/card";
import { messages } from "#lib/i18n/messages";
import { measurePhrasing } from "#lib/services/phrasings/measure-phrasing";
import { phrasingHref } from "../phrasings-href";
import type { SectionProps } from "./section-props";

/** Posts over time, when each account came, and how few made how many of the posts. */
export async function ChartsSection({ locale, user, phrasing, query }: SectionProps) {
  const { phrasings: words } = messages(locale);
  const spread = await measurePhrasing(user, phrasing.id, query.whole);
  const wholeHref = `${phrasingHref(locale, phrasing.id, { ...query, whole: true })}#spread`;
  return (
    <Card title={<span id="spread">{words.spread}</span>}>
      <SpreadCharts locale={locale} spread={spread} collected={undefined} wholeHref={wholeHref} />
    </Card>
  );
}
