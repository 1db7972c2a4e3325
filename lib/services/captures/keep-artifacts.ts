import { putFile } from "#lib/adapters/files/file-store";
import type { ArtifactRecord } from "#lib/data/captures";

/** What a file is, before it is stored. */
export type ArtifactInput = {
  role: ArtifactRecord["role"];
  name: string;
  mediaType: string;
  /** Bytes, text, or a file to copy. */
  content: Uint8Array | string | { path: string };
  width?: number;
  height?: number;
};

/** The files of one capture: each is on the disk when `keep` returns. Nothing refers to them until the capture is recorded. */
export type ArtifactKeeper = { kept: ArtifactRecord[]; keep(input: ArtifactInput): Promise<ArtifactRecord> };

/** @throws AppError `storage_failed` from `keep`. */
export function startKeeping(): ArtifactKeeper {
  const kept: ArtifactRecord[] = [];
  return {
    kept,
    async keep({ content, ...about }) {
      const stored = await putFile(asStorable(content));
      const record = { ...about, ...stored };
      kept.push(record);
      return record;
    },
  };
}

/** The store takes a string for a path; here it is the content. */
function asStorable(content: ArtifactInput["content"]): Uint8Array | string {
  if (typeof content === "string") return Buffer.from(content, "utf8");
  return content instanceof Uint8Array ? content : content.path;
}
