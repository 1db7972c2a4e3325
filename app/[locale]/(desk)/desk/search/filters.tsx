"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "#components/ui/button";

/** Where the page has room for filters beside the results (Tailwind's `lg`). */
const WIDE = "(min-width: 64rem)";

type Props = {
  label: string;
  /** What leads on to the results where the filters stand above them. */
  doneLabel: string;
  children: ReactNode;
};

/**
 * The column of filters: beside the results where there is room, folded above them where there is none. One element for
 * both, so that nothing is drawn twice; browsers that cannot show a closed one by style are helped by script.
 */
export function Filters({ label, doneLabel, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const wide = window.matchMedia(WIDE);
    const follow = () => {
      if (details.current) details.current.open = wide.matches;
    };
    follow();
    wide.addEventListener("change", follow);
    return () => wide.removeEventListener("change", follow);
  }, []);
  return (
    <details
      ref={details}
      className="mb-4 border-y border-hairline lg:mb-0 lg:[&::details-content]:[content-visibility:visible] lg:[&::details-content]:block"
    >
      <summary className="min-h-11 content-center px-2 font-semibold lg:hidden">{label}</summary>
      {children}
      <Button
        icon="check"
        className="m-2 lg:hidden"
        onClick={() => {
          if (details.current) details.current.open = false;
          details.current?.scrollIntoView({ block: "center" });
        }}
      >
        {doneLabel}
      </Button>
    </details>
  );
}
