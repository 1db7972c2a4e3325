import { VisuallyHidden } from "#components/ui/visually-hidden";
import { type CopyRun, copyDifference } from "#lib/core/duplicates/copy-difference";
import { textDirection } from "#lib/core/text/direction";
import { type ShownRun, shortenChanges, shortenSame } from "#lib/core/text/shorten-same";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Kept of what both texts have, on each side of a change. */
const CONTEXT_CHARS = 120;
/** Kept of one change: an article around a copied sentence is not shown whole. */
const CHANGE_CHARS = 360;

type Props = { locale: Locale; chosen: string; copy: string; language?: string | null };

/**
 * A copy laid over the text it is compared with, as it was really written: what only the copy has is underlined, what
 * only the chosen text has is struck, and what does not count (addresses, mentions, emoji) is faint.
 */
export function CopyDifference({ locale, chosen, copy, language }: Props) {
  const runs = shortenChanges(shortenSame(copyDifference(chosen, copy), CONTEXT_CHARS), CHANGE_CHARS);
  return (
    <p
      dir={textDirection(copy)}
      lang={language ?? undefined}
      className="max-w-measure text-start font-serif text-lg wrap-anywhere whitespace-pre-line"
    >
      {runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs are computed once and never move.
        <Run key={index} locale={locale} run={run} />
      ))}
    </p>
  );
}

function Run({ locale, run: { kind, text } }: { locale: Locale; run: ShownRun<CopyRun> }) {
  const { copies } = messages(locale);
  if (kind === "same") return text;
  if (kind === "skipped") return <span className="text-ink-faint">{text}</span>;
  if (kind === "uncounted") return <bdi className="text-ink-faint">{text}</bdi>;
  const words = text.trim();
  const start = text.length - text.trimStart().length;
  const [before, after] = [text.slice(0, start), text.slice(start + words.length)];
  const isRemoved = kind === "removed";
  const Element = isRemoved ? "del" : "ins";
  return (
    <>
      {before}
      <VisuallyHidden>{isRemoved ? copies.onlyThere : copies.onlyHere} </VisuallyHidden>
      <Element
        className={
          isRemoved
            ? "bg-bad-wash text-bad line-through decoration-2 [unicode-bidi:isolate]"
            : "bg-good-wash text-good underline decoration-2 underline-offset-[0.25em] [unicode-bidi:isolate]"
        }
      >
        {words}
      </Element>
      {after}
    </>
  );
}
