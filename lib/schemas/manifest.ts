import { z } from "zod";
import { MANIFEST_FORMAT } from "#lib/core/evidence/manifest";

const common = {
  format: z.literal(MANIFEST_FORMAT),
  captureId: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  artifacts: z.array(
    z.object({ name: z.string(), role: z.string(), sha256: z.string(), bytes: z.number(), mediaType: z.string() }),
  ),
};

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a check reads of a capture's manifest (lib/core/evidence/manifest.ts writes it). Version 1 was not signed.
 * Another version is not read: its rules are not known here.
 */
export const readableManifest = z.discriminatedUnion("version", [
  z.object({ ...common, version: z.literal(1) }),
  z.object({ ...common, version: z.literal(2), signedBy: z.object({ algorithm: z.string(), fingerprint: sha256 }) }),
]);

export type ReadableManifest = z.infer<typeof readableManifest>;
