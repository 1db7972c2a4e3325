import { cx } from "#components/ui/cx";
import type { Verdict } from "#lib/core/cases/verdicts";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Each verdict has its own frame, sign and colour; any one of them alone would tell them apart. */
const LOOKS: Record<Verdict, { frame: string; sign: string }> = {
  true: { frame: "border-4 border-double text-verdict-true", sign: "M3.5 9.5 7 13l7.5-8.5" },
  mostly_true: {
    frame: "border-2 border-solid text-verdict-mostly-true",
    sign: "M3.5 7.5 6.5 10.5l6.5-7M4 15c1.5-1.8 3-1.8 4.5-.6S12 15.5 13.5 14",
  },
  misleading: {
    frame: "border-2 border-dashed text-verdict-misleading",
    sign: "M3 13.5V9.5a4 4 0 0 1 4-4h7.5M11 2l3.5 3.5L11 9",
  },
  false: { frame: "border-[3px] border-solid text-verdict-false", sign: "M4 4l10 10M14 4 4 14" },
  unproven: {
    frame: "border-2 border-dotted text-verdict-unproven",
    sign: "M5.5 6a3.5 3.5 0 1 1 5.2 3.1C9.5 9.8 9 10.5 9 11.5M9 14.8h.01",
  },
  cannot_be_checked: {
    frame: "border-y-[3px] border-x-0 border-double text-verdict-cannot-be-checked",
    sign: "M2 9s2.5-4.5 7-4.5S16 9 16 9s-2.5 4.5-7 4.5S2 9 2 9ZM3.5 15 14.5 3",
  },
};

const SIZES = {
  sm: "gap-1 px-1.5 text-xs",
  md: "gap-1.5 px-2.5 py-0.5 text-base",
  lg: "gap-2.5 px-4 py-1.5 text-xl",
} as const;

type Props = { locale: Locale; verdict: Verdict; size?: keyof typeof SIZES; className?: string };

/** The newsroom's verdict as a rubber stamp, set a little askew as stamps are. */
export function VerdictStamp({ locale, verdict, size = "md", className }: Props) {
  const { evidence } = messages(locale);
  const { frame, sign } = LOOKS[verdict];
  return (
    <span
      data-verdict={verdict}
      className={cx(
        "inline-flex w-fit -rotate-2 items-center rounded-sm border-current font-sans font-bold whitespace-nowrap uppercase rtl:rotate-2",
        "tracking-[0.06em] mix-blend-multiply dark:mix-blend-normal",
        frame,
        SIZES[size],
        className,
      )}
    >
      <svg
        viewBox="0 0 18 18"
        width="1.05em"
        height="1.05em"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        className={cx("shrink-0", (verdict === "misleading" || verdict === "unproven") && "rtl:-scale-x-100")}
      >
        <path d={sign} />
      </svg>
      <span className="sr-only">{evidence.verdictLabel}: </span>
      {evidence.verdict[verdict]}
    </span>
  );
}
