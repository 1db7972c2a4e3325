import type { PhrasingCounts } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; counts: PhrasingCounts };

/** Who and how many, in one line; originals and reposts apart. */
export function PhrasingCountsLine({ locale, counts }: Props) {
  const { copies } = messages(locale);
  const { accounts, posts, reposts, wordings } = counts;
  return (
    <p className="text-base text-ink-soft">
      <strong className="font-semibold text-ink">
        {copies.accounts(accounts)} · {copies.posts(posts)}
      </strong>
      {reposts > 0 && ` (${copies.originals(posts - reposts)} · ${copies.reposts(reposts)})`}
      {wordings > 1 && ` · ${copies.wordings(wordings)}`}
    </p>
  );
}
