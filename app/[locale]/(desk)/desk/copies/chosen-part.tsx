import Link from "next/link";
import { ChosenText } from "#components/copies/chosen-text";
import { Notice } from "#components/ui/notice";
import type { ChosenText as Chosen } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Odd words named in the warning. */
const MAX_NAMED = 8;

/** The chosen text, what of it counts, and whether the archive has it. */
export function ChosenPart({ locale, chosen }: { locale: Locale; chosen: Chosen }) {
  const { copies } = messages(locale);
  const { text, language, boilerplate, comparedBy, mixedScripts, isDisguised, wordingId, captureId } = chosen;
  const odd = [...new Set(mixedScripts.map(({ start, end }) => text.slice(start, end)))];
  return (
    <section className="flex flex-col gap-3">
      <ChosenText locale={locale} text={text} language={language} boilerplate={boilerplate} label={copies.chosen} />
      {isDisguised && (
        <Notice tone="warn">
          {copies.disguised} {odd.length > 0 && copies.mixedScripts}{" "}
          <bdi className="font-semibold">{odd.slice(0, MAX_NAMED).join(" · ")}</bdi>
        </Notice>
      )}
      <p className="max-w-measure text-base text-ink-soft">
        {copies.comparedBy[comparedBy]} {wordingId === null && comparedBy !== "nothing" && copies.notInArchive}
        {captureId && (
          <>
            {" "}
            <Link href={`/${locale}/desk/captures/${captureId}`} prefetch={false} className="prose-link">
              {copies.openCapture}
            </Link>
          </>
        )}
      </p>
    </section>
  );
}
