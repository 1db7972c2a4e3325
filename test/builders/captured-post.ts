import { createHash, randomUUID } from "node:crypto";
import { db } from "#lib/data/client";
import { ensureWording } from "#lib/data/wordings";
import type { Actor } from "#lib/permissions/actor";
import type { Outcome } from "#prisma/generated/enums";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

export type CapturedPost = { captureId: string; postId: string; wordingId: string; artifactIds: string[] };

/**
 * A capture of one post with its artifacts, observation, account and wording, written straight into the database.
 * @param withManifest false makes a capture whose manifest is missing, which real captures never are.
 */
export async function buildCapturedPost(
  person: Actor,
  options: {
    text?: string;
    handle?: string;
    postedAt?: string;
    outcome?: Outcome;
    withManifest?: boolean;
    sourceKind?: "post" | "hashtag";
    /** Hash of a stored picture of 600 × 300 pixels to use as both screenshot and crop. */
    pictureSha256?: string;
  } = {},
): Promise<CapturedPost> {
  const {
    text = "A message that many sent",
    handle = "Palm_News_Desk",
    outcome = "content",
    withManifest = true,
  } = options;
  const platformId = String(BigInt(`0x${randomUUID().replaceAll("-", "").slice(0, 15)}`));
  const canonicalUrl = `https://demo.example/${handle}/status/${platformId}`;
  const at = new Date("2018-07-04T10:00:00Z");
  const source = await db().source.create({
    data: {
      kind: options.sourceKind ?? "post",
      platform: "demo_square",
      platformId,
      canonicalUrl,
      label: `@${handle} · ${platformId}`,
    },
  });
  const request = await db().captureRequest.create({
    data: { sourceId: source.id, requestedById: person.id, state: "finished" },
  });
  const manifestSha256 = sha256(`manifest of ${platformId}`);
  const files = [
    {
      role: "screenshot" as const,
      name: "screenshot.png",
      sha256: options.pictureSha256 ?? sha256(platformId),
      bytes: 9000n,
      mediaType: "image/png",
      width: 1280,
      height: 2400,
    },
    {
      role: "post_crop" as const,
      name: "post_crop.png",
      sha256: options.pictureSha256 ?? sha256(`crop ${platformId}`),
      bytes: 4000n,
      mediaType: "image/png",
      width: 600,
      height: 300,
    },
    {
      role: "manifest" as const,
      name: "manifest.json",
      sha256: manifestSha256,
      bytes: 700n,
      mediaType: "application/json",
    },
  ].filter((file) => withManifest || file.role !== "manifest");
  const holds = outcome === "content" || outcome === "partial";
  const capture = await db().capture.create({
    data: {
      sourceId: source.id,
      requestId: request.id,
      requestedById: person.id,
      outcome,
      signals: [{ signal: "http_status", value: "200" }],
      requestedUrl: canonicalUrl,
      finalUrl: canonicalUrl,
      httpStatus: 200,
      text: holds ? text : null,
      startedAt: at,
      finishedAt: new Date(at.getTime() + 4_000),
      manifestSha256,
      artifacts: { create: files },
    },
    include: { artifacts: true },
  });
  const account = await db().account.upsert({
    where: { platform_handle: { platform: "demo_square", handle: handle.toLowerCase() } },
    create: { platform: "demo_square", handle: handle.toLowerCase() },
    update: {},
  });
  const wordingId = await db().$transaction((tx) => ensureWording(tx, text));
  if (!wordingId) throw new Error("buildCapturedPost needs a text with words");
  const postedAt = new Date(options.postedAt ?? "2018-07-03T14:02:00Z");
  const post = await db().post.create({
    data: {
      platform: "demo_square",
      platformId,
      canonicalUrl,
      accountId: account.id,
      text,
      postedAt,
      wordingId,
      firstSeenAt: at,
      lastSeenAt: at,
      availability: outcome,
    },
  });
  await db().observation.create({
    data: {
      postId: post.id,
      captureId: capture.id,
      seenAt: at,
      outcome,
      text: holds ? text : null,
      authorName: "Palm News",
      authorHandle: handle,
      postedAt,
    },
  });
  return {
    captureId: capture.id,
    postId: post.id,
    wordingId,
    artifactIds: capture.artifacts.map((each) => each.id),
  };
}
