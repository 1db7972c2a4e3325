import { storedPath } from "#lib/adapters/files/file-paths";
import { readMainPage } from "#lib/adapters/replay/read-main-page";
import type { ReplayedPage } from "#lib/core/replay/viewer-pages";
import { isRecording, type RecordingFormat } from "#lib/core/supplied/formats";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { type OpenArtifact, openArtifact, openPermittedArtifact } from "#lib/services/artifacts/open-artifact";
import { findPermittedSupplied, type OpenSupplied, openSupplied } from "#lib/services/supplied/open-supplied";

/** A recording that the viewer can open: of a capture, or supplied by somebody. */
export type Recording = Pick<OpenArtifact, "id" | "name" | "sha256" | "bytes" | "mediaType" | "open"> & {
  format: RecordingFormat;
  isSupplied: boolean;
};

/**
 * A recording for somebody who may read its file: whoever is at the desk, and everybody when it is published.
 * @throws AppError `not_found`, also for files that are no recording.
 */
export async function openRecording(actor: Actor | null, artifactId: string): Promise<Recording> {
  return captured(await openArtifact(actor, artifactId));
}

/** A supplied recording, under the same rule. @throws AppError `not_found`, also for files that are no recording. */
export async function openSuppliedRecording(actor: Actor | null, id: string): Promise<Recording> {
  return supplied(await openSupplied(actor, id));
}

/** The recording that a permit of the evidence origin names. @throws AppError `not_found` */
export async function openPermittedRecording(id: string): Promise<Recording> {
  const found = await findPermittedSupplied(id);
  return found ? supplied(found) : captured(await openPermittedArtifact(id));
}

/**
 * The page that a recording opens with; null for a supplied one that names none: then the viewer lists its pages.
 * @throws AppError `file_damaged`
 */
export async function mainPageOf({ format, isSupplied, sha256 }: Recording): Promise<ReplayedPage | null> {
  if (format === "warc") return null;
  const page = readMainPage(storedPath(sha256));
  return isSupplied ? page.catch(() => null) : page;
}

function captured(artifact: OpenArtifact): Recording {
  if (artifact.role !== "wacz") throw new AppError("not_found", `Artifact ${artifact.id} is no recording`);
  return { ...artifact, format: "wacz", isSupplied: false };
}

function supplied(file: OpenSupplied): Recording {
  const { format } = file;
  if (!isRecording(format)) throw new AppError("not_found", `Supplied file ${file.id} is no recording`);
  return { ...file, format, isSupplied: true };
}
