import { putFile } from "#lib/adapters/files/file-store";
import type { ArtifactRecord } from "#lib/data/captures";
import type { ArtifactGate } from "#lib/services/captures/artifact-gate";
import type { ArtifactInput } from "#lib/services/captures/artifact-input";

/** The files of one capture: each is on the disk when `keep` returns. Nothing refers to them until the capture is recorded. */
export type ArtifactKeeper = { kept: ArtifactRecord[]; keep(input: ArtifactInput): Promise<ArtifactRecord> };

/**
 * @param gate looks at every file before it is stored; for captures that were made signed in.
 * @throws AppError from `keep`: `storage_failed`; `secret_in_file` when the gate refuses a file.
 */
export function startKeeping(gate?: Pick<ArtifactGate, "check">): ArtifactKeeper {
  const kept: ArtifactRecord[] = [];
  return {
    kept,
    async keep({ content, ...about }) {
      const checked = gate ? await gate.check({ content, ...about }) : content;
      const stored = await putFile(asStorable(checked));
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
