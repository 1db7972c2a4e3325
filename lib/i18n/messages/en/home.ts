import { plural } from "#lib/i18n/plural";

/** The desk's first page. */
export const home = {
  title: "The desk",
  needsYou: "Needs a person",
  needsNothing: "Nothing is waiting for anybody.",
  failed: "Could not be captured",
  withoutContent: "Captured without content, last seven days",
  withoutContentAll: "See every capture without content",
  inReview: "Waiting for review",
  drafts: "Drafts",
  pending: "Being captured",
  pendingMore: (count: number) => plural("en", count, { one: "and # more", other: "and # more" }),
  /** `x.com is being left alone until 14:20 because it refused 3 times in a row.` */
  resting: {
    title: "Sites that are being left alone",
    until: "is being left alone until",
    because: (refusals: number) =>
      plural("en", refusals, {
        one: "because it refused a capture.",
        other: "because it refused # captures in a row.",
      }),
  },
  recent: "Newest captures",
  allCaptures: "All captures",
  allCases: "All case files",
  lastEdited: "last edited by",
  emptyTitle: "The archive is empty. It fills with what you submit.",
  emptyBody:
    "Paste links to posts, hashtags or articles. A browser records each as it is now: pictures, text and files with their hashes, kept even when the original disappears.",
  emptyAction: "Submit the first links",
};
