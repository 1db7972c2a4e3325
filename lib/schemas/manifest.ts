import { z } from "zod";

/** What a check reads of a capture's manifest (lib/core/evidence/manifest.ts writes it). */
export const readableManifest = z.object({
  captureId: z.string(),
  artifacts: z.array(
    z.object({ name: z.string(), role: z.string(), sha256: z.string(), bytes: z.number(), mediaType: z.string() }),
  ),
});

export type ReadableManifest = z.infer<typeof readableManifest>;
