import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job";

/** Opens one capture's recording with the network cut and records whether it replays. */
export const checkReplay = defineJob({
  name: "check-replay",
  payload: z.object({ captureId: z.uuid() }),
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  retryLimit: 20,
});
