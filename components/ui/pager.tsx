import { LinkButton } from "./link-button";

type Props = {
  /** The name of this navigation, e.g. "Pages". */
  label: string;
  /** "Page 2 of 9", already in words. */
  position: string;
  previous: { label: string; href: string | null };
  next: { label: string; href: string | null };
};

/** Pages of a list, by URL. An end of the list shows a dead button, so that nothing jumps. */
export function Pager({ label, position, previous, next }: Props) {
  return (
    <nav aria-label={label} className="mt-6 flex items-center justify-between gap-3 border-t border-hairline pt-4">
      <Step {...previous} rel="prev" />
      <span className="text-sm text-ink-faint tabular-nums">{position}</span>
      <Step {...next} rel="next" />
    </nav>
  );
}

function Step({ label, href, rel }: { label: string; href: string | null; rel: "prev" | "next" }) {
  if (href === null) return <span className="px-2.5 text-sm text-ink-faint">{label}</span>;
  return (
    <LinkButton href={href} rel={rel} size="sm">
      {label}
    </LinkButton>
  );
}
