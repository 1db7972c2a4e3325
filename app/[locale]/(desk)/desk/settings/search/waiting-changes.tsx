import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import { Time } from "#components/ui/time";
import { formatDuration } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchSettings } from "#lib/services/search/get-search-settings";
import { retryFailedAction } from "./actions";
import { ChangeButton } from "./change-button";

type Props = { locale: Locale } & Pick<SearchSettings, "lag" | "failed">;

/** What the index has not heard of yet, and what could not be indexed, with the reason. */
export function WaitingChanges({ locale, lag, failed }: Props) {
  const words = messages(locale).searchSettings;
  return (
    <Card title={words.waitingTitle}>
      <p className="text-base">
        {lag.waiting === 0
          ? words.none
          : words.oldest(words.waiting(lag.waiting), formatDuration(locale, lag.oldestSeconds * 1_000))}
      </p>
      <p className="text-base text-ink-soft">
        {lag.uncompared === 0 ? words.compared : words.uncompared(lag.uncompared)}
      </p>
      {lag.failed > 0 && (
        <Notice tone="warn" title={words.failedTitle(lag.failed)} className="mt-4">
          <p>{words.failedLead}</p>
          {lag.failed > failed.length && <p>{words.newestFailed(failed.length)}</p>}
          <ul className="my-3">
            {failed.map(({ id, kind, at, attempts, problem }) => (
              <li key={id} className="border-b border-hairline py-2 text-sm">
                <span className="font-semibold">{words.kind[kind] ?? kind}</span>
                {" · "}
                <Time locale={locale} at={at} />
                {" · "}
                {words.tries(attempts)}
                {problem && (
                  <bdi dir="ltr" className="block font-mono text-[0.92em] wrap-anywhere">
                    {problem}
                  </bdi>
                )}
              </li>
            ))}
          </ul>
          <ChangeButton locale={locale} label={words.retry} done={words.retried} action={retryFailedAction} />
        </Notice>
      )}
    </Card>
  );
}
