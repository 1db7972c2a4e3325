import { readZip } from "#lib/adapters/evidence/zip-reader";
import type { ReplayedPage } from "#lib/core/replay/viewer-pages";
import { AppError } from "#lib/errors";
import { waczPackage } from "#lib/schemas/wacz-package";

const MAX_PACKAGE_BYTES = 5_000_000;

/**
 * The page that a WACZ file opens with, as its `datapackage.json` says.
 * @throws AppError `file_damaged` when it is no WACZ or names none.
 */
export async function readMainPage(path: string): Promise<ReplayedPage> {
  const chunks: Buffer[] = [];
  try {
    await readZip(path, { entries: 1_000, totalBytes: MAX_PACKAGE_BYTES }, async (member) => {
      if (member.path !== "datapackage.json") return;
      await member.read((chunk) => void chunks.push(chunk));
    });
    const { mainPageUrl, mainPageDate, title } = waczPackage.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    return { url: mainPageUrl, at: new Date(mainPageDate), title };
  } catch (cause) {
    throw new AppError("file_damaged", `This WACZ file names no page to open: ${String(cause)}`, {}, { cause });
  }
}
