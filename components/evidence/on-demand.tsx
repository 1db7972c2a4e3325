"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

type Props = { group: string; summary: ReactNode; children: ReactNode; className?: string };

/** Something behind a summary that is only there while it is open: a frame inside loads when it is asked for, each time. */
export function OnDemand({ group, summary, children, className }: Props) {
  const [isOpen, setOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  // Somebody may have opened it before this script was there to hear of it.
  useEffect(() => setOpen(details.current?.open ?? false), []);
  return (
    <details ref={details} name={group} className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="group cursor-pointer list-none [&::-webkit-details-marker]:hidden">{summary}</summary>
      {isOpen && children}
    </details>
  );
}
