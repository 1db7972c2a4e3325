"use client";

import { useEffect, useMemo, useState } from "react";
import { splitLines } from "#lib/core/captures/split-lines";
import { MAX_LINES } from "#lib/schemas/submission";
import type { PreviewedLine } from "#lib/services/submissions/preview-lines";

const TYPING_PAUSE_MS = 180;
const RETRY_MS = 5_000;

/** A line of the box that is not blank. */
export type BoxLine = {
  lineNumber: number;
  input: string;
  /** Undefined until the server has answered. */
  result: PreviewedLine | undefined;
  /** The first line that means the same. */
  sameAs: number | null;
};

/** Recognises the lines of the box while somebody types; each different line is asked about once. */
export function usePreview(text: string): { lines: BoxLine[]; extra: number; hasFailed: boolean } {
  /** Null: nothing to see in this line. */
  const [known, setKnown] = useState<ReadonlyMap<string, PreviewedLine | null>>(new Map());
  const [hasFailed, setHasFailed] = useState(false);
  const [retries, setRetries] = useState(0);
  const typed = useMemo(
    () =>
      splitLines(text)
        .map((input, index) => ({ lineNumber: index + 1, input }))
        .filter(({ input }) => input.trim() !== ""),
    [text],
  );
  const shown = typed.slice(0, MAX_LINES);
  const unknown = [...new Set(shown.map((line) => line.input))].filter((input) => !known.has(input));
  const question = JSON.stringify(unknown);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `retries` asks the same question again.
  useEffect(() => {
    const inputs = JSON.parse(question) as string[];
    if (inputs.length === 0) return;
    const abort = new AbortController();
    let timer = setTimeout(async () => {
      try {
        const answers = await ask(inputs, abort.signal);
        setHasFailed(false);
        setKnown((before) => new Map([...before, ...answers]));
      } catch {
        if (abort.signal.aborted) return;
        setHasFailed(true);
        timer = setTimeout(() => setRetries((count) => count + 1), RETRY_MS);
      }
    }, TYPING_PAUSE_MS);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [question, retries]);

  return { lines: withRepeats(shown, known), extra: typed.length - shown.length, hasFailed };
}

async function ask(lines: string[], signal: AbortSignal): Promise<Map<string, PreviewedLine | null>> {
  const response = await fetch("/api/submissions/preview", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ lines }),
    signal,
  });
  if (!response.ok) throw new Error(String(response.status));
  const answer = (await response.json()) as { lines: PreviewedLine[] };
  const byInput = new Map(answer.lines.map((line) => [line.input, line]));
  return new Map(lines.map((line) => [line, byInput.get(line) ?? null]));
}

function withRepeats(
  typed: { lineNumber: number; input: string }[],
  known: ReadonlyMap<string, PreviewedLine | null>,
): BoxLine[] {
  const first = new Map<string, number>();
  return typed.flatMap((line): BoxLine[] => {
    const result = known.get(line.input);
    if (result === null) return [];
    if (!result?.ok) return [{ ...line, result, sameAs: null }];
    const sameAs = first.get(result.source.canonicalUrl) ?? null;
    if (sameAs === null) first.set(result.source.canonicalUrl, line.lineNumber);
    return [{ ...line, result, sameAs }];
  });
}
