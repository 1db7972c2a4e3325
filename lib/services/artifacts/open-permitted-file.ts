import { Readable } from "node:stream";
import type { ByteRange } from "#lib/core/http/byte-range";
import { openPermittedArtifact } from "#lib/services/artifacts/open-artifact";
import { findPermittedSupplied } from "#lib/services/supplied/open-supplied";

/** What the evidence origin sends. */
export type PermittedFile = {
  name: string;
  mediaType: string;
  bytes: number;
  /** Null for what is made while it is sent; it has no parts then. */
  sha256: string | null;
  open(part?: ByteRange): Promise<Readable>;
};

/**
 * The file that a permit of the evidence origin names: a capture's or a supplied one.
 * @param options.save false asks for something that a browser can show: an MHTML file then comes as the page in it.
 * @throws AppError `not_found`.
 */
export async function openPermittedFile(id: string, options: { save: boolean }): Promise<PermittedFile> {
  const supplied = await findPermittedSupplied(id);
  if (!supplied) return openPermittedArtifact(id);
  const page = options.save ? null : await supplied.view();
  if (page === null) return supplied;
  const bytes = Buffer.from(page, "utf8");
  const open = async () => Readable.from([bytes], { objectMode: false });
  return { name: supplied.name, mediaType: "text/html;charset=utf-8", bytes: bytes.length, sha256: null, open };
}
