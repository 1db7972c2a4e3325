import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { tryLock } from "#lib/data/locks";
import { checkReplay } from "#lib/services/replay/check-replay";

test("a recording that another worker holds is tried again later: that worker may be dead", async () => {
  const captureId = randomUUID();
  const lock = await tryLock(`replay-check ${captureId}`);
  await expect(checkReplay(captureId)).rejects.toMatchObject({ code: "conflict" });
  await lock?.release();
  await expect(checkReplay(captureId)).resolves.toBeUndefined();
});
