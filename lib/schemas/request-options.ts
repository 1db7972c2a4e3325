import { z } from "zod";

/** Posts that one search of a platform's interface may bring at most. */
export const MAX_API_POSTS = 5_000;
export const MIN_API_POSTS = 10;

const rateLimit = z.object({
  limit: z.number().nullable(),
  remaining: z.number().nullable(),
  /** ISO. */
  resetAt: z.string().nullable(),
});

/** One question to a platform's interface and how it was answered; never with the token. */
export const apiCall = z.object({
  /** The page it was for, from 1. */
  page: z.number().int(),
  at: z.string(),
  status: z.number().int().nullable(),
  /** The platform's own number for the call, for its support. */
  requestId: z.string().nullable(),
  rateLimit,
  /** What the platform said when it refused, or why its answer could not be read. */
  problem: z.string().nullable(),
});

export type ApiCall = z.infer<typeof apiCall>;

/** What a capture request's way needs to know (`capture_request.options`), and how far an API search got. */
export const requestOptions = z.object({
  maxPosts: z.number().int().min(MIN_API_POSTS).max(MAX_API_POSTS).optional(),
  withReposts: z.boolean().optional(),
  /** The stored access to use; the newest working one when it is left out. */
  credentialId: z.uuid().optional(),
  /** The estimate that the editor saw and agreed to, US dollars. */
  agreedUsd: z.number().min(0).optional(),
  calls: z.array(apiCall).optional(),
});

export type RequestOptions = z.infer<typeof requestOptions>;

/** Options out of the database; what does not fit any more counts as not set. */
export function readRequestOptions(value: unknown): RequestOptions {
  const read = requestOptions.safeParse(value);
  return read.success ? read.data : {};
}
