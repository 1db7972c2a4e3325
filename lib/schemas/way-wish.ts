import { z } from "zod";
import { MAX_API_POSTS, MIN_API_POSTS } from "#lib/schemas/request-options";

/** By which way somebody wants sources to be captured that know more than one. */
export const wayWish = z.discriminatedUnion("way", [
  z.object({ way: z.literal("browser") }),
  z.object({ way: z.literal("session"), credentialId: z.uuid().optional() }),
  z.object({
    way: z.literal("api"),
    maxPosts: z.number().int().min(MIN_API_POSTS).max(MAX_API_POSTS),
    withReposts: z.boolean().default(false),
    /** The estimate that was on the screen when it was agreed to, US dollars. */
    agreedUsd: z.number().min(0),
  }),
]);

export type WayWish = z.input<typeof wayWish>;
export type ReadWayWish = z.output<typeof wayWish>;

/** Why a wish is refused. */
export type WayProblem = "way_unavailable" | "cost_not_agreed";
