import { storedPath } from "#lib/adapters/files/file-paths";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { hashStoredFile } from "#lib/adapters/files/hash-stored-file";
import { type ReplayFinding, replayInBrowser } from "#lib/adapters/replay/replay-in-browser";
import { viewerVersion } from "#lib/adapters/replay/viewer-files";
import { expectedPieces } from "#lib/core/replay/compare-replay";
import { db } from "#lib/data/client";
import { tryLock } from "#lib/data/locks";
import { findRecording, type RecordingRow, recordReplayCheck } from "#lib/data/replay-checks";
import { AppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { collectedTexts } from "#lib/schemas/collected-texts";
import { type CaptureBrowser, captureBrowser } from "#lib/services/captures/browser-runtime";

/** The first posts of a list are drawn at once; the others when somebody scrolls. */
const POSTS_OF_A_LIST = 3;

/**
 * Opens a capture's WACZ in the viewer with the network cut and records whether it shows what was captured.
 * Does nothing when the capture has no recording or was checked before.
 *
 * @param signal ends the browser; nothing is recorded then.
 * @throws AppError `browser_failed`, `database_down`, `conflict` while another worker checks it: not an answer about the
 *   recording, so it is tried again.
 */
export async function checkReplay(captureId: string, signal?: AbortSignal): Promise<void> {
  const lock = await tryLock(`replay-check ${captureId}`);
  // Whoever holds it may be a machine that vanished: then the check is still to be made.
  if (!lock) throw new AppError("conflict", `The recording of ${captureId} is being checked by another worker`);
  try {
    const recording = await findRecording(db(), captureId);
    if (!recording || recording.isChecked) return;
    const { waczSha256 } = recording;
    const expected = await expectedOf(recording);
    const browser = await captureBrowser();
    const { result, found, missing, problem } = await look(waczSha256, expected, browser, signal);
    const viewer = `ReplayWeb.page ${await viewerVersion()}`;
    const details = { browser: browser.version, viewer, expected: expected.length, found, missing, problem };
    await db().$transaction((tx) => recordReplayCheck(tx, { captureId, waczSha256, result, details, at: new Date() }));
    logger.info({ capture: captureId, result, found: found.length, of: expected.length }, "replay checked");
  } finally {
    await lock.release();
  }
}

async function look(
  sha256: string,
  expected: readonly string[],
  setup: CaptureBrowser,
  signal: AbortSignal | undefined,
): Promise<ReplayFinding> {
  try {
    if ((await hashStoredFile(sha256)) !== sha256) throw new AppError("file_damaged", "Not the file that was recorded");
    return await replayInBrowser(storedPath(sha256), expected, { setup, ...(signal ? { signal } : {}) });
  } catch (thrown) {
    // A file that is no recording any more does not replay; that is an answer.
    if (!(thrown instanceof AppError) || thrown.code !== "file_damaged") throw thrown;
    return { result: "does_not_replay", found: [], missing: [...expected], problem: thrown.message };
  }
}

/** What a reader would look for: the post's text, the article's, the first posts of a list; else just a page. */
async function expectedOf(recording: RecordingRow): Promise<string[]> {
  const { kind } = recording.source;
  if (recording.text) return expectedPieces([recording.text]);
  const posts = recording.artifacts.find(({ role }) => role === "post_json");
  if (posts && (kind === "hashtag" || kind === "account")) {
    const texts = collectedTexts.parse(JSON.parse((await readFileBytes(posts.sha256)).toString("utf8")));
    return expectedPieces(texts.slice(0, POSTS_OF_A_LIST));
  }
  return recording.title ? expectedPieces([recording.title]) : [];
}
