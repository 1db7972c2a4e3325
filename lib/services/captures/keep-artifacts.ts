import { putFile } from "#lib/adapters/files/file-store";
import type { ArtifactRecord } from "#lib/data/captures";

/** What a file is, before it is stored. */
export type ArtifactInput = {
  role: ArtifactRecord["role"];
  name: string;
  mediaType: string;
  content: Uint8Array | string;
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
      // A string is the content here, not a path.
      const stored = await putFile(typeof content === "string" ? Buffer.from(content, "utf8") : content);
      const record = { ...about, ...stored };
      kept.push(record);
      return record;
    },
  };
}
