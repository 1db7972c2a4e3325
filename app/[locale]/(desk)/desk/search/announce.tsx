"use client";

import { useEffect, useState } from "react";

/** Somebody who types hears the count of where they stopped, not of each letter. */
const QUIET_MS = 900;

/** Says a sentence to screen readers once it has stood for a moment. */
export function Announce({ sentence }: { sentence: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), QUIET_MS);
    return () => clearTimeout(timer);
  }, [sentence]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
