import type { CaptureWay, Outcome, PlatformId, SourceKind } from "#lib/core/captures/types";
import type { ErrorCode } from "#lib/errors";

/** Captures and requests as pages show them: plain data, times as ISO text. */

/** A picture of a capture, served by `/api/artifacts/<artifactId>`. */
export type CapturePicture = { artifactId: string; width: number | null; height: number | null };

export type SourceView = { id: string; kind: SourceKind; platform: PlatformId; canonicalUrl: string; label: string };

/** Why a capture was made: for a person, or by the schedule that goes back to one. */
export type CaptureCause = {
  cause: "submission" | "schedule";
  /** Which planned looks it was (`1h`, `1h,1d`); null for a person's. */
  recheckStep: string | null;
};

/** A capture in a list. */
export type CaptureLine = CaptureCause & {
  id: string;
  outcome: Outcome;
  way: CaptureWay;
  source: SourceView;
  title: string | null;
  /** Who wrote it, for a post that was seen. */
  author: { name: string | null; handle: string | null } | null;
  /** The beginning of the text. */
  excerpt: string | null;
  language: string | null;
  /** ISO. */
  finishedAt: string;
  requestedBy: string;
  picture: CapturePicture | null;
  /** Posts seen by this capture. */
  posts: number;
};

/** A host that refused several times in a row and is left alone until a time, ISO. */
export type RestingHost = { host: string; refusals: number; until: string };

/** A request in a list. */
export type RequestLine = {
  id: string;
  source: SourceView;
  state: "queued" | "running" | "finished" | "failed";
  step: string | null;
  posts: number;
  attempts: number;
  problem: ErrorCode | null;
  retryAt: string | null;
  createdAt: string;
  requestedBy: string;
};
