import type { ChangeKind } from "#lib/core/captures/compare-captures";
import type { CaptureWay } from "#lib/core/captures/types";
import { plural } from "#lib/i18n/plural";

const UNITS: Record<string, { one: string; other: string }> = {
  m: { one: "# minute", other: "# minutes" },
  h: { one: "# hour", other: "# hours" },
  d: { one: "# day", other: "# days" },
};

/** `1h` or `1h,1d` in words. */
function steps(list: string): string {
  const words = list.split(",").map((step) => {
    const forms = UNITS[step.slice(-1)];
    return forms ? plural("en", Number.parseInt(step, 10), forms) : step;
  });
  return new Intl.ListFormat("en-GB").format(words);
}

/** A source over time: its captures, what changed, the looks still to come. */
export const time = {
  title: "Timeline",
  kicker: "Timeline",
  open: "Timeline of this source",
  lead: "Every capture of this source, newest first, with what was different from the one before. Attempts that met a wall or an error say nothing about the source and are not compared.",
  sample:
    "What the archive holds of a list is a sample. A post that was not shown this time need not be deleted; only a capture of the post itself can say so.",
  captures: "Captures",
  count: (count: number) => plural("en", count, { one: "# capture", other: "# captures" }),
  emptyTitle: "Nothing of this source has been captured yet.",
  emptyBody: "Each capture will stand here with what had changed since the one before.",
  onlyOne: "This is the only capture so far. The next one will show what has changed.",
  noChange: "Nothing that both captures show was different.",
  notCompared: "Says nothing about the source, so it is compared with nothing.",
  first: "First capture",
  firstOfWay: "Nothing to compare it with: the first capture of its kind that says something.",
  waiting: "A capture is waiting or running. It appears here when it is finished.",
  waitingScheduled: "A planned look is waiting or running. It appears here when it is finished.",
  /** Goes on after the name of whoever asked. */
  runBySchedule: (step: string | null) =>
    step ? `; run by the schedule after ${steps(step)}` : "; run by the schedule",
  askedFor: "Asked for by",
  way: {
    browser: "by a browser that is signed in nowhere",
    session: "by a browser with the newsroom's own session",
    api: "through the platform's official interface",
  } satisfies Record<CaptureWay, string>,
  looks: "Planned looks",
  looksLead: "Daleel looks again by itself, in the name of whoever asked for the capture.",
  after: (step: string) => `${steps(step)} after the capture`,
  due: "due now",
  stop: "Stop",
  stopHint: "No more looks at this source until somebody resumes them; one that has begun is finished",
  resume: "Resume",
  resumeHint: "What fell due in the meantime is done once",
  stopped: "Stopped. Nothing looks at this source by itself until somebody resumes it.",
  stopDone: "The planned looks at this source are stopped.",
  resumeDone: "The planned looks at this source go on.",
  noLooks: "No look is planned. When somebody captures this source again, new ones are.",
  looksOff: "Planned looks are switched off in the settings of this server.",
  kind: {
    unavailable: "No longer available",
    available: "Available again",
    outcome: "Another outcome",
    text: "Text changed",
    title: "Title changed",
    author_name: "Name changed",
    author_handle: "Handle changed",
    author_picture: "Picture of the author changed",
    media: "Pictures or films changed",
    counts: "Counts changed",
    posts: "Other posts shown",
  } satisfies Record<ChangeKind, string>,
  changes: "What changed",
  since: "since the capture of",
  becomes: "then",
  removed: "taken out:",
  added: "put in:",
  before: "Before",
  afterwards: "After",
  pictures: "Pictures before and after",
  picture: "Picture of the capture",
  mediaGone: (count: number) =>
    plural("en", count, { one: "# is not there any more", other: "# are not there any more" }),
  mediaAdded: (count: number) => plural("en", count, { one: "# is new", other: "# are new" }),
  postsAdded: (count: number) =>
    plural("en", count, { one: "# post not shown the time before", other: "# posts not shown the time before" }),
  postsGone: (count: number) =>
    plural("en", count, { one: "# post not shown this time", other: "# posts not shown this time" }),
  counts: "Counts over time",
  countName: "Count",
  countFirst: "First",
  countLast: "Newest",
  countChange: "Difference",
  countLine: "Course",
  countsLead: "As the captures show them, from the first to the newest. Lines begin at zero.",
  strip: "This source over time",
  stripOf: (count: number) =>
    plural("en", count, { one: "# capture of this source", other: "# captures of this source" }),
  none: "None",
  previous: "Previous capture",
  next: "Next capture",
  notices: "No longer available, or changed",
  noticesTitle: "Changes",
  noticesLead:
    "What was captured earlier and is not there any more, or not as it was. A line stays until somebody marks it as seen.",
  noticesAll: "See all changes",
  noticesEver: "All changes, seen or not",
  noticesNone: "Nothing that was captured earlier has disappeared or changed without somebody having seen it.",
  noticesNever:
    "When something that was captured earlier disappears or changes, it will stand here until somebody has seen it.",
  unseen: "Not seen yet",
  all: "All",
  filter: "Which changes",
  unseenCount: (count: number) =>
    plural("en", count, { one: "# change not seen yet", other: "# changes not seen yet" }),
  nowAgain: "It is available again.",
  seen: "Seen",
  seenHint: "Take this line off the list for everybody",
  seenDone: "Marked as seen.",
  unseeDone: "On the list again.",
  unsee: "Not seen",
  seenBy: "Seen by",
};
