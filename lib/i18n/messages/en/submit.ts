import type { SubmissionProblem } from "#lib/core/captures/plan-submission";
import { plural } from "#lib/i18n/plural";

/** Submitting links and following them. */
export const submit = {
  title: "Submit",
  lead: "Paste links and hashtags, one to a line. Each is recognised as you paste, and captured by a browser that is signed in nowhere.",
  lines: "Links and hashtags",
  linesHint: "Up to 500 lines. Posts, #hashtags, @accounts and web pages, mixed.",
  placeholder: "https://x.com/…/status/…\n#hashtag\nhttps://newspaper.example/article",
  reason: "Why (optional)",
  reasonHint: "For whoever reads the archive later; kept with the captures.",
  caseFile: "For a case file (optional)",
  noCase: "No case file",
  send: (count: number) =>
    count === 0 ? "Capture" : plural("en", count, { one: "Capture # line", other: "Capture # lines" }),
  keyHint: "Ctrl or ⌘ with Enter sends",
  clear: "Empty the box",
  draftKept: "Kept on this device until it is sent.",
  recognised: "Recognised",
  recognisedEmpty: "What each line means appears here as you paste.",
  recognisedCount: (good: number, known: number, bad: number) =>
    [
      plural("en", good, { one: "# new", other: "# new" }),
      known > 0 && plural("en", known, { one: "# archived before", other: "# archived before" }),
      bad > 0 && plural("en", bad, { one: "# not understood", other: "# not understood" }),
    ]
      .filter(Boolean)
      .join(" · "),
  line: (number: number) => `Line ${number}`,
  tooMany: (extra: number) =>
    plural("en", extra, {
      one: "That is # line more than the 500 one submission takes. Send the rest afterwards.",
      other: "That is # lines more than the 500 one submission takes. Send the rest afterwards.",
    }),
  sameAs: (line: number) => `The same as line ${line}`,
  capturedBefore: "Captured before",
  seeCapture: "See the capture",
  isPending: "Waiting to be captured already",
  previewFailed: "The lines cannot be recognised just now. What you typed is safe and can be sent all the same.",
  notReached: "The server could not be reached. Nothing was lost: the lines are still here. Try again.",
  problem: {
    empty: "There is nothing to capture yet. Paste a link or a hashtag.",
    too_many_lines: "One submission takes 500 lines. Send the first 500, then the rest.",
    too_long: "This is too much text for one submission. Send it in parts.",
    reason_too_long: "The reason is too long: 2,000 characters at most.",
    way_unavailable:
      "The newsroom has no access of this kind any more. Choose another way, or ask an admin to add it under Access to platforms.",
    cost_not_agreed: "The estimate has changed, or was not agreed to. Look at the cost again, then send.",
    case_unknown: "This case file does not exist any more. Choose another one or none.",
  } satisfies Record<SubmissionProblem, string> as Record<SubmissionProblem, string>,
  progress: {
    title: "Submission",
    lead: (name: string) => `Sent by ${name}`,
    reason: "Why",
    caseFile: "For the case file",
    position: (done: number, all: number) => `${done} of ${all} finished`,
    label: "Progress",
    running: "Captures go on if you leave this page.",
    finished: "All lines are finished.",
    summary: (captured: number, without: number, known: number, rejected: number) =>
      [
        plural("en", captured, { one: "# captured", other: "# captured" }),
        without > 0 && plural("en", without, { one: "# without content", other: "# without content" }),
        known > 0 && plural("en", known, { one: "# archived before", other: "# archived before" }),
        rejected > 0 && plural("en", rejected, { one: "# not taken", other: "# not taken" }),
      ]
        .filter(Boolean)
        .join(", "),
    lost: "The connection is interrupted. The captures go on; this page asks again by itself.",
    signedOut: "You were signed out. The captures go on; sign in to see how far they are.",
    reload: "Reload to see how far it is",
    lines: "Lines",
    notTaken: "Not taken",
    step: {
      waiting: "Waiting",
      open: "Opening the page",
      read: "Reading",
      collect: "Collecting posts",
      picture: "Taking the picture",
      store: "Saving",
      retry: "Waiting to try again",
      withdrawn: "Taken back",
      failed: "Failed",
    },
    collected: (posts: number) => plural("en", posts, { one: "# post collected", other: "# posts collected" }),
    attempt: (number: number) => `Attempt ${number}`,
    retryAt: "Next try",
    again: "Capture again",
    againHint: "Makes a new capture; the old one stays.",
    withdraw: "Take back",
    tooLate: "It has begun already, so it goes on.",
    more: "Submit more",
  },
};
