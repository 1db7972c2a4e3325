"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SubmitInput } from "./actions";

/** Storage may be forbidden or full; then the draft lives as long as the page. */
function read(key: string): SubmitInput | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    const { text = "", reason = "", caseFileId = "" } = value as Partial<Record<keyof SubmitInput, unknown>>;
    return { text: String(text), reason: String(reason), caseFileId: String(caseFileId) };
  } catch {
    return null;
  }
}

function write(key: string, draft: SubmitInput | null): void {
  try {
    if (draft && (draft.text || draft.reason)) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // See read.
  }
}

/**
 * What is in the box, kept on this device until it was sent.
 * @param key one per person: computers of a desk are shared.
 * @param start what the address or a refused form brings; it goes on top of a kept draft, so neither is lost.
 */
export function useDraft(key: string, start: SubmitInput) {
  const [draft, setDraft] = useState(start);
  const isLoaded = useRef(false);

  useEffect(() => {
    if (!isLoaded.current) {
      isLoaded.current = true;
      const kept = read(key);
      if (kept) setDraft((now) => merge(now, kept));
      return;
    }
    write(key, draft);
  }, [key, draft]);

  const change = useCallback((part: Partial<SubmitInput>) => setDraft((now) => ({ ...now, ...part })), []);
  const forget = useCallback(() => write(key, null), [key]);
  return { draft, change, forget };
}

/** Lines that the draft holds already are not added again by a reload. */
export function merge(start: SubmitInput, kept: SubmitInput): SubmitInput {
  const has = new Set(kept.text.split("\n").map((line) => line.trim()));
  const added = start.text.split("\n").filter((line) => line.trim() && !has.has(line.trim()));
  const text = [...added, ...(kept.text.trim() ? [kept.text] : [])].join("\n");
  return { text, reason: start.reason || kept.reason, caseFileId: start.caseFileId || kept.caseFileId };
}
