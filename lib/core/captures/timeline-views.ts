import type { ChangeDetails, ChangeKind } from "#lib/core/captures/compare-captures";
import type { CaptureWay, Outcome } from "#lib/core/captures/types";
import type { CaptureLine, CapturePicture, SourceView } from "#lib/core/captures/views";

/** A source over time as pages show it: plain data, times as ISO text. */

/** Why a capture was made: for a person, or by the schedule that goes back to one. */
export type CaptureCause = { cause: "submission" | "schedule"; recheckStep: string | null };

export type ChangeView = {
  id: string;
  at: string;
  kinds: ChangeKind[];
  details: ChangeDetails;
  from: { captureId: string; at: string; outcome: Outcome; picture: CapturePicture | null };
  seenAt: string | null;
  seenBy: string | null;
};

export type TimelineEntry = CaptureLine & CaptureCause & { way: CaptureWay; changes: ChangeView[] };

/** A look that is still to come. */
export type PlannedLook = { id: string; step: string; dueAt: string; isStopped: boolean; requestedBy: string };

/** One count (likes, …) over the captures that show it, oldest first. */
export type CountSeries = { name: string; points: { at: string; value: number }[] };

export type SourceTimeline = {
  source: SourceView;
  author: CaptureLine["author"];
  /** Newest first. */
  entries: TimelineEntry[];
  total: number;
  page: number;
  pages: number;
  looks: PlannedLook[];
  /** A capture that is waiting or running. */
  pending: CaptureCause | null;
  counts: CountSeries[];
};

/** Something that changed and that somebody at the desk should hear of. */
export type ChangeNotice = ChangeView & {
  source: SourceView;
  author: CaptureLine["author"];
  language: string | null;
  /** The beginning of what the capture before the change holds. */
  excerpt: string | null;
  toCaptureId: string;
  /** What the newest look at the source that says something said. */
  outcomeNow: Outcome;
};
