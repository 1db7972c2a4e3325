import { findScopedFile, findViewerFile, type ViewerFile } from "#lib/adapters/replay/viewer-files";
import { AppError } from "#lib/errors";

/** A file of the viewer that all recordings share. @throws AppError `not_found` */
export async function getViewerFile(name: string): Promise<ViewerFile> {
  return (await findViewerFile(name)) ?? missing(name);
}

/**
 * A file in the folder of one recording.
 * @param address path of the recording's page, without a final slash.
 * @throws AppError `not_found`
 */
export function getScopedFile(address: string, name: string): ViewerFile {
  return findScopedFile(address, name) ?? missing(name);
}

function missing(name: string): never {
  throw new AppError("not_found", `The viewer has no file ${name}`);
}
