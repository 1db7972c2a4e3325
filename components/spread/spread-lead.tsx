import { Time } from "#components/ui/time";
import { LARGE_COUNT, type SpreadView } from "#lib/core/spread/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** How many posts by how many accounts, originals and reposts apart, and from when until when. */
export function SpreadLead({ locale, spread: counted }: { locale: Locale; spread: SpreadView }) {
  const { spread } = messages(locale);
  const { posts, originals, reposts, accounts, firstPostedAt, lastPostedAt } = counted;
  return (
    <>
      <strong className="font-semibold text-ink">
        {spread.byAccounts(spread.posts(posts), spread.accounts(accounts))}
      </strong>
      {reposts > 0 && ` (${spread.originals(originals)} · ${spread.reposts(reposts)})`}
      {firstPostedAt && lastPostedAt && (
        <span className="block">
          <Time locale={locale} at={firstPostedAt} />
          {firstPostedAt !== lastPostedAt && (
            <>
              {" – "}
              <Time locale={locale} at={lastPostedAt} />
            </>
          )}
        </span>
      )}
      {posts >= LARGE_COUNT && (
        <span className="block text-sm text-ink-faint">
          {spread.countedAt} <Time locale={locale} at={counted.countedAt} />
        </span>
      )}
    </>
  );
}
