import { cx } from "#components/ui/cx";
import { textDirection } from "#lib/core/text/direction";
import type { CaptureDetail } from "#lib/services/captures/get-capture";

/** The title and the text in their own direction. Nothing where the capture holds none. */
export function CaptureText({ capture, className }: { capture: CaptureDetail; className?: string }) {
  const { title, text, source } = capture;
  // A post's title is made by the platform out of its text.
  const isTitled = title && source.kind === "web_page";
  if (!text && !isTitled) return null;
  const lang = capture.language ?? undefined;
  return (
    <div className={cx("mt-4 max-w-measure", className)}>
      {isTitled && (
        <p dir="auto" lang={lang} className="mb-2 text-start font-serif text-2xl font-semibold">
          {title}
        </p>
      )}
      {text && (
        <blockquote
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
          tabIndex={0}
          dir={textDirection(text)}
          lang={lang}
          cite={capture.finalUrl}
          className="max-h-[32rem] overflow-y-auto text-start font-serif text-reading wrap-anywhere whitespace-pre-line"
        >
          {text}
        </blockquote>
      )}
    </div>
  );
}
