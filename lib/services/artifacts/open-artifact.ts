import type { Readable } from "node:stream";
import { openFile, openFilePart } from "#lib/adapters/files/file-store";
import type { ByteRange } from "#lib/core/http/byte-range";
import { type ArtifactRow, findArtifact, isArtifactPublished } from "#lib/data/artifacts";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { may } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

export type OpenArtifact = {
  id: string;
  captureId: string;
  name: string;
  role: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  /** Readers without an account may see it. */
  isPublic: boolean;
  /**
   * Opens the stored file; ends with `file_damaged` instead of the last bytes when they are not what was captured.
   * Of a part, the whole file is checked before.
   */
  open(part?: ByteRange): Promise<Readable>;
};

/**
 * The one place that decides who may read a captured file: whoever is signed in at the desk, and everybody when it
 * belongs to an exhibit of a published case.
 * @param actor null for a reader.
 * @throws AppError `not_found` for both "no such file" and "not for you": an address tells nothing about the archive.
 */
export async function openArtifact(actor: Actor | null, id: string): Promise<OpenArtifact> {
  const artifact = isUuid(id) ? await findArtifact(db(), id) : null;
  if (!artifact) throw notFound(id);
  const isDesk = actor !== null && may(actor, "captures.read");
  const isPublic = !isDesk && (await isArtifactPublished(db(), artifact.id));
  if (!isDesk && !isPublic) throw notFound(id);
  return toOpenArtifact(artifact, isPublic);
}

/**
 * The file that a permit of the evidence origin names. Who may have the permit was decided when it was made.
 * @throws AppError `not_found`.
 */
export async function openPermittedArtifact(id: string): Promise<OpenArtifact> {
  const artifact = isUuid(id) ? await findArtifact(db(), id) : null;
  if (!artifact) throw notFound(id);
  return toOpenArtifact(artifact, false);
}

function toOpenArtifact(artifact: ArtifactRow, isPublic: boolean): OpenArtifact {
  const { id, captureId, name, role, sha256, mediaType } = artifact;
  const open = async (part?: ByteRange) => (part ? openFilePart(sha256, part) : (await openFile(sha256)).stream);
  return { id, captureId, name, role, sha256, mediaType, bytes: Number(artifact.bytes), isPublic, open };
}

const notFound = (id: string) => new AppError("not_found", `No artifact ${id} for this person`);
