"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button";

/** Puts the address of the page as it stands on the clipboard: it holds the whole search. */
export function CopyLink({ label, copiedLabel }: { label: string; copiedLabel: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        icon={isCopied ? "check" : "link"}
        onClick={() =>
          // No clipboard without HTTPS on some browsers: the address bar has it.
          navigator.clipboard?.writeText(window.location.href).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        <span className="max-sm:sr-only">{isCopied ? copiedLabel : label}</span>
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? copiedLabel : ""}
      </span>
    </>
  );
}
