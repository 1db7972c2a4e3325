import type { Readable } from "node:stream";
import { openFile, openFilePart, readFileBytes } from "#lib/adapters/files/file-store";
import { mhtmlToHtml } from "#lib/adapters/supplied/mhtml-to-html";
import type { ByteRange } from "#lib/core/http/byte-range";
import { db } from "#lib/data/client";
import { findSuppliedItem, isSuppliedPublished, type SuppliedRow } from "#lib/data/supplied-items";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { may } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/** A larger MHTML file is only saved, not shown: showing needs all of it in memory. */
const MAX_SHOWN_MHTML_BYTES = 60_000_000;

export type OpenSupplied = {
  id: string;
  name: string;
  format: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  isPublic: boolean;
  /** The bytes as they came; ends with `file_damaged` instead of the last ones when they are not. */
  open(part?: ByteRange): Promise<Readable>;
  /** For MHTML, which browsers do not show: the page in it as one HTML document; else null. */
  view(): Promise<string | null>;
};

/**
 * The one place that decides who may read a supplied file: whoever is signed in at the desk, and everybody when it is
 * an exhibit of a published case.
 * @throws AppError `not_found` for both "no such file" and "not for you".
 */
export async function openSupplied(actor: Actor | null, id: string): Promise<OpenSupplied> {
  const row = isUuid(id) ? await findSuppliedItem(db(), id) : null;
  if (!row) throw notFound(id);
  const isDesk = actor !== null && may(actor, "captures.read");
  const isPublic = !isDesk && (await isSuppliedPublished(db(), id));
  if (!isDesk && !isPublic) throw notFound(id);
  return toOpen(row, isPublic);
}

/** The supplied file that a permit of the evidence origin names, or null. Who may have the permit was decided before. */
export async function findPermittedSupplied(id: string): Promise<OpenSupplied | null> {
  const row = isUuid(id) ? await findSuppliedItem(db(), id) : null;
  return row && toOpen(row, false);
}

function toOpen(row: SuppliedRow, isPublic: boolean): OpenSupplied {
  const { id, fileName, format, sha256, mediaType } = row;
  const bytes = Number(row.bytes);
  return {
    id,
    name: fileName,
    format,
    sha256,
    bytes,
    mediaType,
    isPublic,
    open: async (part) => (part ? openFilePart(sha256, part) : (await openFile(sha256)).stream),
    view: async () =>
      format === "mhtml" && bytes <= MAX_SHOWN_MHTML_BYTES ? mhtmlToHtml(await readFileBytes(sha256)) : null,
  };
}

const notFound = (id: string) => new AppError("not_found", `No supplied file ${id} for this person`);
