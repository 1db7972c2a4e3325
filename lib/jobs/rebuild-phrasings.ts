import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job";

/** Makes all phrasings anew because somebody asked for it. */
export const rebuildPhrasingsJob = defineJob({
  name: "rebuild-phrasings",
  payload: z.object({ rebuildId: z.uuid() }),
  heartbeatSeconds: 10,
  expireInSeconds: 21_600,
  retryLimit: 5,
});
