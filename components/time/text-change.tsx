import { VisuallyHidden } from "#components/ui/visually-hidden";
import { textDirection } from "#lib/core/text/direction";
import { shortenSame } from "#lib/core/text/shorten-same";
import { wordDifference } from "#lib/core/text/word-difference";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Shown of what two texts have in common, on each side of a change. */
const CONTEXT_CHARS = 160;

/** Words are compared with the space behind them: each gets one, the last as well. */
const evenSpaces = (text: string) => `${text.trim().replaceAll(/[^\S\n]+/gu, " ")} `;

type Props = { locale: Locale; before: string; after: string; language?: string | null };

/**
 * Two texts laid over one another: what was taken out is struck, what was put in is underlined, each run apart from its
 * neighbours so that mixed directions do not jumble.
 */
export function TextChange({ locale, before, after, language }: Props) {
  const { time } = messages(locale);
  const runs = shortenSame(wordDifference(evenSpaces(before), evenSpaces(after)), CONTEXT_CHARS);
  return (
    <p
      dir={textDirection(after || before)}
      lang={language ?? undefined}
      className="max-w-measure text-start font-serif text-lg wrap-anywhere whitespace-pre-line"
    >
      {runs.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: runs are computed once and never move.
        if (kind === "same") return <span key={index}>{text}</span>;
        if (kind === "skipped") {
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <span key={index} className="text-ink-faint">
              {text}
            </span>
          );
        }
        const words = text.trimEnd();
        const isRemoved = kind === "removed";
        const Element = isRemoved ? "del" : "ins";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <span key={index}>
            <VisuallyHidden>{isRemoved ? time.removed : time.added} </VisuallyHidden>
            <Element
              className={
                isRemoved
                  ? "bg-bad-wash text-bad line-through decoration-2 [unicode-bidi:isolate]"
                  : "bg-good-wash text-good underline decoration-2 underline-offset-[0.25em] [unicode-bidi:isolate]"
              }
            >
              {words}
            </Element>
            {text.slice(words.length)}
          </span>
        );
      })}
    </p>
  );
}
