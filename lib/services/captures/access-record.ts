import type { CaptureWay, EndedBy } from "#lib/core/captures/types";
import type { ApiCall } from "#lib/schemas/request-options";

/** Looked at through a platform's official interface: what the provenance says instead of a browser. */
export type ApiAccessRecord = {
  way: "api";
  whatThisIs: string;
  /** The newsroom's name for the token; the token itself is nowhere. */
  credential: { id: string; label: string };
  endpoint: string;
  parameters: Record<string, string>;
  maxPosts: number;
  endedBy: EndedBy;
  calls: ApiCall[];
  pages: { number: number; artifact: string; sha256: string; posts: number; fetchedAt: string }[];
  returned: { posts: number; users: number; media: number; distinctPosts: number };
  /** What the platform said it could not give. */
  partialErrors: string[];
  price: {
    currency: "USD";
    post: number;
    user: number;
    estimatedForPosts: number;
    estimatedAtMost: number;
    agreedTo: number | null;
  };
};

/** Looked at with the newsroom's own session. */
export type SessionAccessRecord = {
  way: "session";
  /** The newsroom's name for the account; no cookie is anywhere in this capture. */
  credential: { id: string; label: string };
  cookieHosts: string[];
  cookieNames: string[];
  /** Where a secret stood in a file and was taken out, or a file was not kept because of it. */
  removed: { artifact: string; secrets: number; kept: boolean }[];
};

/** Without more where nobody was signed in, or where the attempt failed before access was used. */
export type AccessRecord = { way: CaptureWay } | SessionAccessRecord | ApiAccessRecord;
