import type { z } from "zod";

/** A kind of work: a name, what it is told, and how the queue treats it when a worker dies. */
export type JobDefinition<Payload extends object> = {
  name: string;
  payload: z.ZodType<Payload>;
  /** Without a heartbeat for so long the worker counts as dead and the job goes to another. At least 10. */
  heartbeatSeconds: number;
  /** No attempt may take longer. */
  expireInSeconds: number;
  /** How often the queue itself starts a job again after a worker died. Planned retries are new jobs. */
  retryLimit: number;
};

/** Only for the types: keeps a definition's payload. */
export function defineJob<Payload extends object>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}
