import type { Tx } from "#lib/data/client";
import type { PrismaClient } from "#prisma/generated/client";

const TIMEOUT_MS = 30_000;
/** For a free connection: a page that counts several things at once must not fail because others count, too. */
const MAX_WAIT_MS = 20_000;

/**
 * Runs a question that counts many rows in a read-only transaction with memory to do it in (the default of 4 MB sends
 * every count of 100,000 rows to the disk), and without compiling it first, which takes longer than the counting.
 */
export function withRoom<T>(client: PrismaClient, ask: (tx: Tx) => Promise<T>): Promise<T> {
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      await tx.$executeRaw`SET LOCAL work_mem = '64MB'`;
      await tx.$executeRaw`SET LOCAL jit = off`;
      return ask(tx);
    },
    { timeout: TIMEOUT_MS, maxWait: MAX_WAIT_MS },
  );
}
