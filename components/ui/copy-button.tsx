"use client";

import { useEffect, useState } from "react";
import { IconButton } from "./icon-button";

type Props = { value: string; label: string; copiedLabel: string; className?: string };

/** Puts a value on the clipboard and says so for two seconds. */
export function CopyButton({ value, label, copiedLabel, className }: Props) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <IconButton
        icon={copied ? "check" : "copy"}
        label={copied ? copiedLabel : label}
        className={className}
        onClick={async () => {
          // No clipboard without HTTPS on some browsers: the value stays selectable beside the button.
          await navigator.clipboard?.writeText(value).then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      />
      <span role="status" className="sr-only">
        {copied ? copiedLabel : ""}
      </span>
    </>
  );
}
