import { z } from "zod";
import { defineJob } from "#lib/jobs/define-job";

/** Rebuilds the search index because somebody asked for it. */
export const reindexSearch = defineJob({
  name: "reindex-search",
  payload: z.object({ rebuildId: z.uuid() }),
  heartbeatSeconds: 10,
  expireInSeconds: 21_600,
  retryLimit: 5,
});
