import { Icon } from "#components/ui/icon";
import { Mark } from "#components/ui/mark";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Says that what follows was made up to show the product: at the top of every page with sample posts. */
export function SampleNotice({ locale }: { locale: Locale }) {
  const { evidence } = messages(locale);
  return (
    <p className="flex gap-2.5 border-y border-dashed border-warn bg-warn-wash px-3 py-2 text-sm text-ink">
      <Icon name="info" className="mt-[0.2em] size-4.5 text-warn" />
      <span>
        <strong className="font-semibold">{evidence.sample}.</strong> {evidence.sampleMeaning}
      </span>
    </p>
  );
}

/** The same in one mark, for rows and cards. */
export function SampleMark({ locale }: { locale: Locale }) {
  return <Mark tone="warn">{messages(locale).evidence.sample}</Mark>;
}
