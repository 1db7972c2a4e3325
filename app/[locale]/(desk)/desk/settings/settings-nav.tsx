"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type Props = { label: string; links: { href: string; label: string }[] };

/** The parts of settings, the open one marked. */
export function SettingsNav({ label, links }: Props) {
  const path = usePathname();
  return (
    <nav aria-label={label} className="-mt-2 mb-8 flex flex-wrap gap-x-5 border-b border-hairline">
      {links.map(({ href, label: text }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className="-mb-px inline-flex min-h-10 items-center border-b-2 border-transparent text-base text-ink-soft hover:text-ink aria-[current]:border-stamp aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
