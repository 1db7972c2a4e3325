import { splitByRanges, type TextRange } from "#lib/core/text/segments";

type Props = {
  text: string;
  ranges?: readonly TextRange[];
  /** `copied`: the same words were posted elsewhere (underlined). `match`: what a search found (marked). */
  rangesMean?: "copied" | "match";
};

/** A text with some of its parts marked, on whole characters, so that Arabic letters stay joined. */
export function MarkedText({ text, ranges = [], rangesMean = "copied" }: Props) {
  return splitByRanges(text, ranges).map((segment) => {
    if (!segment.marked) return <span key={segment.start}>{segment.text}</span>;
    if (rangesMean === "match") return <mark key={segment.start}>{segment.text}</mark>;
    return (
      <u key={segment.start} className="decoration-stamp decoration-2 underline-offset-[0.25em]">
        {segment.text}
      </u>
    );
  });
}
