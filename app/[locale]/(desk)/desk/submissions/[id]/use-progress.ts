"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SubmissionProgress } from "#lib/services/submissions/get-submission-progress";

const FIRST_MS = 1_000;
/** While nothing changes the page asks less and less often, down to this. */
const QUIET_MS = 5_000;
const LOST_MS = 15_000;

export type Connection = "ok" | "lost" | "signed_out";

/**
 * Asks the server how far a submission is until everything is finished.
 * @returns `refresh` asks at once, after something was pressed.
 */
export function useProgress(initial: SubmissionProgress) {
  const [progress, setProgress] = useState(initial);
  const [connection, setConnection] = useState<Connection>("ok");
  const [asked, setAsked] = useState(0);
  const last = useRef("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` starts the questions anew.
  useEffect(() => {
    if (progress.isFinished && asked === 0) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const askAgain = (ms: number) => {
      if (!isOver) timer = setTimeout(() => void poll(ms), ms);
    };
    const poll = async (waitedMs: number) => {
      const answer = await ask(initial.id);
      if (isOver) return;
      if (answer === "signed_out") return setConnection("signed_out");
      if (answer === "lost") {
        setConnection("lost");
        return askAgain(Math.min(Math.max(waitedMs, FIRST_MS) * 2, LOST_MS));
      }
      setConnection("ok");
      const text = JSON.stringify(answer);
      const hasChanged = text !== last.current;
      last.current = text;
      if (hasChanged) setProgress(answer);
      if (!answer.isFinished) askAgain(hasChanged ? FIRST_MS : Math.min(Math.max(waitedMs, FIRST_MS) * 1.4, QUIET_MS));
    };
    void poll(0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [initial.id, asked]);

  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  return { progress, connection, refresh };
}

async function ask(id: string): Promise<SubmissionProgress | "lost" | "signed_out"> {
  try {
    const response = await fetch(`/api/submissions/${id}/progress`, { cache: "no-store" });
    if (response.status === 401) return "signed_out";
    if (!response.ok) return "lost";
    return (await response.json()) as SubmissionProgress;
  } catch {
    return "lost";
  }
}
