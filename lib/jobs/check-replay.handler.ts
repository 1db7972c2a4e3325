import { checkReplay } from "#lib/services/replay/check-replay";

/** The work of a `check-replay` job. */
export function handleCheckReplay(payload: { captureId: string }, signal: AbortSignal): Promise<void> {
  return checkReplay(payload.captureId, signal);
}
