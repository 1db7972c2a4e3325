import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const TIPS = ["words", "quotes", "folding", "typing", "names"] as const;

/** What the box understands, one key away. */
export function SearchTips({ locale }: { locale: Locale }) {
  const { lead, tips } = messages(locale).search;
  return (
    <details className="mb-3 text-sm text-ink-soft">
      <summary className="w-fit min-h-8 content-center hover:underline">{tips.title}</summary>
      <ul className="max-w-measure list-disc space-y-1 ps-5 pt-1 pb-2">
        <li>{lead}</li>
        {TIPS.map((tip) => (
          <li key={tip}>{tips[tip]}</li>
        ))}
      </ul>
    </details>
  );
}
