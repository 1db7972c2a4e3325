import { ExportLinks } from "#components/spread/export-links";
import { SpreadCharts } from "#components/spread/spread-charts";
import { Card } from "#components/ui/card";
import { messages } from "#lib/i18n/messages";
import { spreadQuery } from "#lib/schemas/spread-query";
import { measurePhrasing } from "#lib/services/phrasings/measure-phrasing";
import { phrasingHref } from "../phrasings-href";
import type { SectionProps } from "./section-props";

/** Posts over time, when each account came, how few made how many of the posts, and all of it as files. */
export async function ChartsSection({ locale, user, phrasing, query }: SectionProps) {
  const { phrasings: words } = messages(locale);
  const spread = await measurePhrasing(user, phrasing.id, query.whole);
  const wholeHref = `${phrasingHref(locale, phrasing.id, { ...query, whole: true })}#spread`;
  return (
    <Card title={<span id="spread">{words.spread}</span>}>
      <SpreadCharts locale={locale} spread={spread} collected={undefined} wholeHref={wholeHref} />
      <div className="mt-8">
        <ExportLinks locale={locale} place={{ kind: "phrasing", id: phrasing.id }} query={spreadQuery.parse({})} />
      </div>
    </Card>
  );
}
