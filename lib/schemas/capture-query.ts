import { z } from "zod";
import { OUTCOMES, PLATFORM_IDS, SOURCE_KINDS } from "#lib/core/captures/types";

const CAUSES = ["submission", "schedule"] as const;

export const CAPTURE_FILTER_VALUES = { outcome: OUTCOMES, kind: SOURCE_KINDS, platform: PLATFORM_IDS, cause: CAUSES };

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const many = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

/**
 * What the address of the list of captures says. Values that it does not know are dropped: an old or hand-made
 * address shows a list, never an error.
 */
export const captureQuery = z.object({
  outcome: z.preprocess(
    (value) => many(value).filter((one) => OUTCOMES.includes(one as never)),
    z.array(z.enum(OUTCOMES)),
  ),
  kind: z.preprocess(first, z.enum(SOURCE_KINDS).optional()).catch(undefined),
  platform: z.preprocess(first, z.enum(PLATFORM_IDS).optional()).catch(undefined),
  cause: z.preprocess(first, z.enum(CAUSES).optional()).catch(undefined),
  /** `1`: only captures that found the source gone, back, or with other words or names. */
  changed: z.preprocess((value) => first(value) === "1", z.boolean()),
  q: z.preprocess(first, z.string().trim().max(200)).catch(""),
  sort: z.preprocess(first, z.enum(["newest", "oldest"])).catch("newest"),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(100_000)).catch(1),
});

export type CaptureQuery = z.infer<typeof captureQuery>;
