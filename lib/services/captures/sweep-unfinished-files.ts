import { sweepProfileFolders } from "#lib/adapters/browser/work-folder";
import { sweepIncoming } from "#lib/adapters/files/sweep-incoming";

/** Removes what killed processes left: half-written files and browser profiles. */
export async function sweepUnfinishedFiles(): Promise<void> {
  await sweepIncoming(Date.now());
  await sweepProfileFolders();
}
