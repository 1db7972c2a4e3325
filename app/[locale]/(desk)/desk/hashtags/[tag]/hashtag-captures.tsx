import { ListCaptures } from "#components/spread/list-captures";
import { LinkButton } from "#components/ui/link-button";
import type { HashtagView } from "#lib/core/spread/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** How the posts of a hashtag came into the archive: captures of the hashtag, and what they did not see. */
export function HashtagCaptures({ locale, view }: { locale: Locale; view: HashtagView }) {
  const { collected } = messages(locale).spread;
  const { captures, captureCount, seenInThem, spread } = view;
  if (captureCount === 0) {
    return (
      <>
        <p className="mb-3 max-w-measure text-ink-soft">{collected.none}</p>
        <LinkButton
          href={`/${locale}/desk/submit?${new URLSearchParams({ lines: `#${view.text}` })}`}
          prefetch={false}
          icon="submit"
          size="sm"
        >
          {collected.capture}
        </LinkButton>
      </>
    );
  }
  return (
    <>
      <p className="mb-3 max-w-measure text-ink-soft">
        {collected.lead(captureCount)}{" "}
        {seenInThem >= spread.posts ? collected.seenAll(spread.posts) : collected.seen(seenInThem, spread.posts)}
      </p>
      <ListCaptures locale={locale} captures={captures} total={captureCount} />
    </>
  );
}
