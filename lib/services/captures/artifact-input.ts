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
