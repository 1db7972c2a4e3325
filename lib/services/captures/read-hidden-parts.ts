import { z } from "zod";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { HIDING_REASONS, type HiddenPart } from "#lib/core/captures/hidden-parts";
import { logger } from "#lib/logger";

const provenance = z.object({
  pictureWithoutBars: z.object({
    hidden: z.array(
      z.object({
        selector: z.string(),
        text: z.string(),
        width: z.number(),
        height: z.number(),
        reason: z.enum(HIDING_REASONS),
      }),
    ),
  }),
});

/**
 * What was hidden for a capture's picture without bars, out of its provenance file.
 * @returns empty when there is no such picture; null when the file cannot be read, which the file check says too.
 */
export async function readHiddenParts(
  artifacts: readonly { role: string; sha256: string }[],
): Promise<HiddenPart[] | null> {
  if (!artifacts.some(({ role }) => role === "screenshot_clean")) return [];
  const file = artifacts.find(({ role }) => role === "provenance");
  if (!file) return null;
  try {
    const content: unknown = JSON.parse((await readFileBytes(file.sha256)).toString("utf8"));
    return provenance.parse(content).pictureWithoutBars.hidden;
  } catch (thrown) {
    logger.warn({ err: thrown, sha256: file.sha256 }, "a provenance file could not be read");
    return null;
  }
}
