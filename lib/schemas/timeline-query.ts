import { z } from "zod";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const page = z.preprocess(first, z.coerce.number().int().min(1).max(100_000)).catch(1);

/** What the address of a source's timeline says. Anything else is dropped: an old address shows a page, never an error. */
export const timelineQuery = z.object({ page });

/** What the address of the list of changes says. */
export const changesQuery = z.object({ page, show: z.preprocess(first, z.enum(["unseen", "all"])).catch("unseen") });
