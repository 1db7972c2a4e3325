import type { OpenedPage } from "#lib/adapters/browser/capture-page";
import { hideOverlays, showOverlays } from "#lib/adapters/browser/overlays";
import { takeElementPicture, takePagePicture } from "#lib/adapters/browser/page-pictures";
import type { HiddenPart } from "#lib/core/captures/hidden-parts";
import type { CaptureLimits, LimitCode } from "#lib/core/captures/limits";
import { type AppError, toAppError } from "#lib/errors";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";

/** What the visual steps add to a capture's story. */
export type PictureReport = {
  limitsHit: LimitCode[];
  notes: string[];
  /** What was hidden for the second picture; empty when there was no bar, and then there is no second picture. */
  hidden: HiddenPart[];
};

/**
 * Full-page picture, crop of the focal element, PDF; last and only where a consent bar or a sign-in sheet lay over the
 * page, the page once more without it. A step that the page makes impossible is noted and left out:
 * the documents are kept already. Only storage failures end the attempt.
 */
export async function takePictures(
  opened: OpenedPage,
  keeper: ArtifactKeeper,
  options: { limits: CaptureLimits; focalSelector: string | null },
): Promise<PictureReport> {
  const report: PictureReport = { limitsHit: [], notes: [], hidden: [] };
  const { page, deadline } = opened;

  await step("screenshot", report, async () => {
    const { png, width, height, cut } = await takePagePicture(page, options.limits, deadline);
    report.limitsHit.push(...cut);
    const about = { role: "screenshot", name: "screenshot.png", mediaType: "image/png" } as const;
    await keeper.keep({ ...about, content: png, width, height });
  });
  const { focalSelector } = options;
  if (focalSelector) {
    await step("post crop", report, async () => {
      const picture = await takeElementPicture(page, focalSelector, deadline);
      if (!picture) return void report.notes.push("post crop: the element is not on the page");
      const { png, width, height } = picture;
      const about = { role: "post_crop", name: "post_crop.png", mediaType: "image/png" } as const;
      await keeper.keep({ ...about, content: png, width, height });
    });
  }
  await step("pdf", report, async () => {
    await keeper.keep({ role: "pdf", name: "page.pdf", mediaType: "application/pdf", content: await opened.pdf() });
  });
  await step("picture without bars", report, async () => {
    try {
      const hidden = await hideOverlays(page, deadline, focalSelector);
      if (hidden.length === 0) return;
      const { png, width, height } = await takePagePicture(page, options.limits, deadline);
      const about = { role: "screenshot_clean", name: "screenshot-clean.png", mediaType: "image/png" } as const;
      await keeper.keep({ ...about, content: png, width, height });
      report.hidden = hidden;
    } finally {
      await showOverlays(page, deadline);
    }
  });
  return report;
}

async function step(name: string, report: PictureReport, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const error: AppError = toAppError(thrown);
    if (error.code === "storage_failed") throw error;
    if (error.code === "capture_timeout") report.limitsHit.push("time");
    report.notes.push(`${name}: ${error.message}`);
  }
}
