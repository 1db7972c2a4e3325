import type { ReactNode } from "react";
import { AccountArrivalsChart } from "#components/charts/account-arrivals";
import { ConcentrationChart } from "#components/charts/concentration";
import { PostTimelineChart } from "#components/charts/post-timeline";
import type { SpreadView } from "#lib/core/spread/views";
import type { Locale } from "#lib/i18n/locales";

type Props = {
  locale: Locale;
  spread: SpreadView;
  /** How the posts came into the archive. */
  collected: ReactNode;
  wholeHref: string;
  /** Of one account there are no others to arrive or to be few. */
  isOneAccount?: boolean;
};

/** Posts over time; of many accounts also when each arrived, and how few made how many of the posts. */
export function SpreadCharts({ locale, spread, collected, wholeHref, isOneAccount }: Props) {
  const { timeline } = spread;
  return (
    <div className="flex flex-col gap-8">
      <PostTimelineChart locale={locale} timeline={timeline} collected={collected} wholeHref={wholeHref} />
      {!isOneAccount && (
        <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
          <AccountArrivalsChart locale={locale} timeline={timeline} collected={collected} />
          <ConcentrationChart locale={locale} concentration={spread.concentration} collected={collected} />
        </div>
      )}
    </div>
  );
}
