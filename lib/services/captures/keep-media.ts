import type { ReceivedBodies } from "#lib/adapters/browser/received-bodies";
import { pictureSize } from "#lib/adapters/files/picture-size";
import type { CaptureLimits } from "#lib/core/captures/limits";
import { type MediaType, mediaTypeOf } from "#lib/core/posts/media-type";
import type { MediaProblem, PostMedia } from "#lib/core/posts/post-details";
import { type ErrorCode, toAppError } from "#lib/errors";
import type { BesideFetcher } from "#lib/services/captures/fetch-beside";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";

/** No platform shows more in one post; a hostile page may list thousands. */
const MAX_MEDIA = 16;
/** One file, and all of them. */
const FILE_TIMEOUT_MS = 30_000;
const ALL_TIMEOUT_MS = 60_000;

const PROBLEM_OF: Partial<Record<ErrorCode, MediaProblem>> = {
  bad_input: "no_address",
  address_refused: "refused",
  capture_timeout: "too_slow",
  answer_too_large: "too_large",
};

type Obtained = { bytes: Buffer; type: MediaType; obtained: "browser" | "fetched" } | { problem: MediaProblem };

/**
 * Keeps the originals of a post's pictures and videos as `media-<position>.<type>`, one after the other: out of the
 * browser where it received exactly this address, else asked for beside it. What cannot be had says why and never ends
 * the capture.
 *
 * @returns the list with the names of the artifacts filled in.
 * @throws AppError `storage_failed`; the fetcher's abort reason.
 */
export async function keepMedia(
  media: readonly PostMedia[],
  options: {
    keeper: ArtifactKeeper;
    received: Pick<ReceivedBodies, "read">;
    fetcher: BesideFetcher;
    limits: Pick<CaptureLimits, "maxBytes" | "maxResponseBytes">;
    /** The clock, in milliseconds. */
    now?: () => number;
  },
): Promise<PostMedia[]> {
  const { keeper, limits, now = Date.now } = options;
  const endsAt = now() + ALL_TIMEOUT_MS;
  const done = new Map<string, PostMedia>();
  let leftBytes = limits.maxBytes;
  const kept: PostMedia[] = [];
  for (const [i, item] of media.entries()) {
    const same = done.get(item.url);
    const timeoutMs = Math.min(FILE_TIMEOUT_MS, endsAt - now());
    const bounds = { maxBytes: Math.min(limits.maxResponseBytes, leftBytes), timeoutMs };
    const found = same ? null : await obtain(item, i, bounds, options);
    if (same) kept.push({ ...item, artifact: same.artifact, problem: same.problem, obtained: same.obtained });
    else if (!found || "problem" in found) kept.push({ ...item, problem: found?.problem ?? item.problem });
    else {
      const { bytes, type, obtained } = found;
      leftBytes -= bytes.length;
      const name = `media-${i + 1}.${type.extension}`;
      const size = type.kind === "picture" ? await pictureSize(bytes) : null;
      await keeper.keep({ role: "media", name, mediaType: type.mediaType, content: bytes, ...size });
      kept.push({ ...item, artifact: name, problem: null, obtained });
    }
    const last = kept.at(-1);
    if (last) done.set(item.url, last);
  }
  return kept;
}

async function obtain(
  item: PostMedia,
  position: number,
  bounds: { maxBytes: number; timeoutMs: number },
  { received, fetcher }: { received: Pick<ReceivedBodies, "read">; fetcher: BesideFetcher },
): Promise<Obtained> {
  if (item.problem !== null) return { problem: item.problem };
  if (position >= MAX_MEDIA) return { problem: "too_many" };
  if (!URL.canParse(item.url)) return { problem: "no_address" };
  if (bounds.timeoutMs <= 0) return { problem: "too_slow" };
  if (bounds.maxBytes <= 0) return { problem: "too_large" };
  const held = await received.read(item.url);
  if (held && held.length <= bounds.maxBytes) {
    const type = mediaTypeOf(held);
    if (type && isOfKind(item.kind, type)) return { bytes: held, type, obtained: "browser" };
  }
  try {
    const { status, body } = await fetcher.get("media", item.url, bounds);
    if (status !== 200) return { problem: "bad_status" };
    const type = mediaTypeOf(body);
    return type && isOfKind(item.kind, type) ? { bytes: body, type, obtained: "fetched" } : { problem: "not_media" };
  } catch (thrown) {
    fetcher.throwIfAborted();
    return { problem: PROBLEM_OF[toAppError(thrown).code] ?? "failed" };
  }
}

/** Animations are short films on big platforms and GIFs elsewhere. */
function isOfKind(kind: PostMedia["kind"], type: MediaType): boolean {
  if (kind === "photo") return type.kind === "picture";
  return type.kind === "film" || (kind === "animation" && type.kind === "picture");
}
