import { storedPath } from "#lib/adapters/files/file-paths";
import { readMainPage } from "#lib/adapters/replay/read-main-page";
import type { ReplayedPage } from "#lib/core/replay/viewer-pages";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { type OpenArtifact, openArtifact, openPermittedArtifact } from "#lib/services/artifacts/open-artifact";

/**
 * A recording for somebody who may read its file: whoever is at the desk, and everybody when it is published.
 * @throws AppError `not_found`, also for files that are no recording.
 */
export async function openRecording(actor: Actor | null, artifactId: string): Promise<OpenArtifact> {
  return onlyRecording(await openArtifact(actor, artifactId));
}

/** The recording that a permit of the evidence origin names. @throws AppError `not_found` */
export async function openPermittedRecording(artifactId: string): Promise<OpenArtifact> {
  return onlyRecording(await openPermittedArtifact(artifactId));
}

/** The page that a recording opens with. @throws AppError `file_damaged` */
export function mainPageOf(recording: Pick<OpenArtifact, "sha256">): Promise<ReplayedPage> {
  return readMainPage(storedPath(recording.sha256));
}

function onlyRecording(artifact: OpenArtifact): OpenArtifact {
  if (artifact.role !== "wacz") throw new AppError("not_found", `Artifact ${artifact.id} is no recording`);
  return artifact;
}
