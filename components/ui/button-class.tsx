import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-stamp bg-stamp text-on-stamp hover:border-stamp-deep hover:bg-stamp-deep",
  secondary: "border-edge bg-sheet text-ink hover:bg-wash",
  quiet: "border-transparent text-ink-soft hover:bg-wash hover:text-ink",
  danger: "border-bad bg-sheet text-bad hover:bg-bad-wash",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "min-h-8 gap-1.5 px-2.5 py-0.5 text-sm",
  md: "min-h-10 gap-2 px-4 py-1.5 text-base",
};

/** The looks that buttons and links that act like buttons share. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md", extra?: string): string {
  return cx(
    "inline-flex items-center justify-center rounded-md border font-sans font-medium transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    VARIANTS[variant],
    SIZES[size],
    extra,
  );
}
