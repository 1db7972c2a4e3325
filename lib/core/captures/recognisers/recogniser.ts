import type { PlatformAdapter } from "#lib/core/captures/types";

/** The part of a platform that understands what editors type; pure, so pages use it while somebody is typing. */
export type Recogniser = Pick<PlatformAdapter, "id" | "owns" | "recognise" | "hashtag" | "account">;

/** The path's parts, decoded; a part that is not valid percent-encoding stays as it is. */
export function pathParts(url: URL): string[] {
  return url.pathname
    .split("/")
    .filter((part) => part !== "")
    .map(decodePart);
}

/** `decodeURIComponent` that never throws. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
