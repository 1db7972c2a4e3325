"use client";

import { useFrameWords } from "./use-frame-words";

/** The outline of a page that is on its way. It fades in late: a quick page never shows it. */
export function PageLoading() {
  const { common } = useFrameWords();
  return (
    <div role="status" className="animate-late">
      <span className="sr-only">{common.loading}</span>
      <div aria-hidden="true" className="space-y-4">
        <div className="h-9 w-56 max-w-full bg-wash" />
        <div className="h-px bg-hairline" />
        {["w-full", "w-11/12", "w-full", "w-4/5", "w-full", "w-9/12"].map((width, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of an outline have no identity and never change
          <div key={index} className={`h-5 bg-wash ${width}`} />
        ))}
      </div>
    </div>
  );
}
