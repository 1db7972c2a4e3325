import type { ChangeDetails, ChangeKind } from "#lib/core/captures/compare-captures";
import type { CaptureWay, Outcome } from "#lib/core/captures/types";
import type { CaptureCause, CaptureLine, CapturePicture, SourceView } from "#lib/core/captures/views";

/** A source over time as pages show it: plain data, times as ISO text. */

export type ChangeView = {
  id: string;
  at: string;
  kinds: ChangeKind[];
  details: ChangeDetails;
  from: { captureId: string; at: string; outcome: Outcome; picture: CapturePicture | null };
  seenAt: string | null;
  seenBy: string | null;
};

export type TimelineEntry = CaptureLine & {
  way: CaptureWay;
  changes: ChangeView[];
  /** `says_nothing`: a wall or an error. `first`: nothing taken the same way before it says anything. */
  comparison: "compared" | "first" | "says_nothing";
};

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
  /** False: this server's settings plan no looks. */
  isScheduleOn: boolean;
  /** A capture that is waiting or running; a planned look that nobody has begun goes first when a person asks. */
  pending: (CaptureCause & { isPromotable: boolean }) | null;
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
  /** Of the capture that holds content: the last one before it was gone, or the first after it came back. */
  picture: CapturePicture | null;
  /** What the newest look at the source that says something said. */
  outcomeNow: Outcome;
};
