import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job";

/** Captures the source of one capture request. */
export const captureSource = defineJob({
  name: "capture-source",
  payload: z.object({ requestId: z.uuid() }),
  heartbeatSeconds: 10,
  expireInSeconds: 1_800,
  retryLimit: 20,
});
