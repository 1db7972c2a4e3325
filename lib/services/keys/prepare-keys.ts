import { closePrivateKey, removePrivateKey } from "#lib/adapters/keys/private-key-files";
import { KEY_PURPOSES } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { listKeyRows } from "#lib/data/signing-keys";
import { toAppError } from "#lib/errors";
import { logger } from "#lib/logger";
import { openKey } from "#lib/services/keys/open-key";

/**
 * For the start of a worker: makes the keys of a new archive before its first capture, says it when one is missing or was
 * readable by others, and deletes private halves that were retired while this host was away. Captures wait while a key is missing; everything
 * else works, so a missing key is no reason not to start.
 */
export async function prepareKeys(): Promise<void> {
  for (const purpose of KEY_PURPOSES) {
    try {
      const { fingerprint } = await openKey(purpose);
      if (await closePrivateKey(purpose, fingerprint)) {
        const advice = `if somebody may have read it: npm run daleel -- keys rotate ${purpose}`;
        logger.warn(
          { purpose, fingerprint },
          `the private half of a key was open to other users; closed now, ${advice}`,
        );
      }
    } catch (thrown) {
      const { code, message } = toAppError(thrown);
      logger.error({ code, purpose }, message);
    }
  }
  const retired = (await listKeyRows(db())).filter((key) => key.retiredAt !== null);
  for (const { purpose, fingerprint } of retired) await removePrivateKey(purpose, fingerprint);
}
