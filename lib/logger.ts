import { pino } from "pino";
import { env } from "#lib/env";

/** Structured log to standard output. Secrets are cut out by name. */
export const logger = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "*.password", "token", "*.token", "cookie", "*.cookie", "authorization", "*.authorization"],
    censor: "[removed]",
  },
});
