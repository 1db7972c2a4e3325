import type { SameWording } from "#lib/core/search/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Who and how many, in one line; originals and reposts apart. */
export function WordingCounts({ locale, same }: { locale: Locale; same: SameWording }) {
  const { wording } = messages(locale).search;
  return (
    <p className="text-base text-ink-soft">
      <strong className="font-semibold text-ink">
        {wording.accounts(same.accounts.length)} · {wording.posts(same.posts.length)}
      </strong>
      {same.reposts > 0 && (
        <>
          {" ("}
          {wording.originals(same.originals)} · {wording.reposts(same.reposts)})
        </>
      )}
    </p>
  );
}
