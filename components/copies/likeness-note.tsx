import { Icon } from "#components/ui/icon";
import type { ComparedWording } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** How near two wordings are, in whole per cent, and one key away how that was measured. */
export function LikenessNote({ locale, wording }: { locale: Locale; wording: ComparedWording }) {
  const { copies } = messages(locale);
  if (wording.closeness === "exact") {
    return <p className="text-sm font-semibold">{copies.closeness.exact}</p>;
  }
  const percent = wholePercent(wording.jaccard);
  if (percent === 100) return <p className="text-sm font-semibold">{copies.sameBody}</p>;
  return (
    <details className="group/how text-sm text-ink-soft">
      <summary className="inline-flex min-h-6 list-none items-center gap-1 hover:underline [&::-webkit-details-marker]:hidden">
        <bdi className="font-semibold text-ink">{copies.alike(percent)}</bdi>
        {wording.closeness === "contained" && <span>· {copies.containedBrief}</span>}
        <Icon name="question" className="size-4" />
        <span className="sr-only">{copies.howTitle}</span>
      </summary>
      <p className="mt-1 max-w-measure">
        {copies.how(percent)} {copies.contained[containedHow(wording.containment)]}
      </p>
    </details>
  );
}

/** Rounded down: 59.9 is not yet 60, and 100 is said of nothing that is not the same. */
const wholePercent = (share: number) => Math.floor(share * 100 + 1e-9);

function containedHow(share: number) {
  if (share >= 0.995) return "all";
  if (share >= 0.8) return "most";
  return share >= 0.5 ? "half" : "part";
}
