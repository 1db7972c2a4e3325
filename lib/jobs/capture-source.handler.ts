import { runCapture } from "#lib/services/captures/run-capture";

/** The work of a `capture-source` job. */
export function handleCaptureSource(payload: { requestId: string }, signal: AbortSignal): Promise<void> {
  return runCapture(payload.requestId, signal);
}
