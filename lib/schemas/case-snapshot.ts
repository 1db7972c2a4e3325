import { z } from "zod";
import { CAPTURE_WAYS, OUTCOMES } from "#lib/core/captures/types";
import { VERDICTS } from "#lib/core/cases/verdicts";
import { localizedText } from "#lib/schemas/localized";
import { localizedStory } from "#lib/schemas/story-doc";

/**
 * A published case file as data: everything its public page shows, in both languages, frozen. The revision's hash is
 * SHA-256 over the canonical JSON (RFC 8785) of this object. A change of shape gets a new `format`; readers of old
 * revisions keep understanding the old one.
 */
export const CASE_SNAPSHOT_FORMAT = "daleel-case/1";

const outcome = z.enum(OUTCOMES);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

const artifact = z.object({
  id: z.uuid(),
  role: z.string(),
  /** The name inside the manifest: `screenshot.png`. */
  name: z.string(),
  sha256,
  bytes: z.number().int().nonnegative(),
  mediaType: z.string(),
  /** Pixels, for pictures. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});

/** A picture or film of a post whose original the capture holds. */
const frozenMedia = z.object({
  artifactId: z.uuid(),
  kind: z.enum(["photo", "video", "animation"]),
  mediaType: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** In the author's words. */
  altText: z.string().nullable(),
});

/** A post as one capture saw it; the words are the observation's, not a later one's. */
const frozenPost = z.object({
  postId: z.uuid(),
  platform: z.string(),
  platformId: z.string(),
  canonicalUrl: z.string(),
  authorName: z.string().nullable(),
  /** As the platform spells it, without `@`. */
  authorHandle: z.string().nullable(),
  text: z.string().nullable(),
  language: z.string().nullable(),
  postedAt: instant.nullable(),
  /** When the capture below saw it. */
  seenAt: instant,
  captureId: z.uuid(),
  /** What the newest look at the post said when the case was published. */
  availability: outcome,
  /** Absent when there is none, and in revisions from before originals were stored. */
  media: z.array(frozenMedia).optional(),
});

const frozenCapture = z.object({
  captureId: z.uuid(),
  outcome,
  /** Left out for a browser that nobody had signed in. */
  way: z.enum(CAPTURE_WAYS).optional(),
  source: z.object({ kind: z.string(), platform: z.string(), canonicalUrl: z.string(), label: z.string() }),
  requestedUrl: z.string(),
  finalUrl: z.string(),
  httpStatus: z.number().int().nullable(),
  title: z.string().nullable(),
  text: z.string().nullable(),
  language: z.string().nullable(),
  capturedAt: instant,
  /** Staff are not named on public pages: a capture was asked for by the desk. */
  askedForBy: z.literal("desk"),
  /** Codes of the limits that cut the capture short. */
  limitsHit: z.array(z.string()),
  /** Why collecting a hashtag or account ended; null for one page. */
  endedBy: z.string().nullable(),
  artifacts: z.array(artifact),
  manifestSha256: sha256,
  /** What captures after this one showed of the original, when the case was published. Revisions before it say nothing. */
  later: z
    .discriminatedUnion("state", [
      z.object({ state: z.literal("unavailable"), at: instant, outcome }),
      z.object({ state: z.literal("changed"), at: instant }),
    ])
    .optional(),
});

const exhibitCommon = {
  id: z.uuid(),
  /** From 1, in the order of the case: "Exhibit 3". */
  number: z.number().int().positive(),
  caption: localizedText,
  /** The artifact whose picture stands for the exhibit; null when there is none. */
  pictureArtifactId: z.uuid().nullable(),
};

const exhibit = z.discriminatedUnion("kind", [
  z.object({
    ...exhibitCommon,
    kind: z.literal("capture"),
    capture: frozenCapture,
    /** What the capture holds: the focal post, or every collected post of a hashtag; empty for an article. */
    posts: z.array(frozenPost),
  }),
  z.object({ ...exhibitCommon, kind: z.literal("post"), post: frozenPost, capture: frozenCapture }),
  z.object({
    ...exhibitCommon,
    kind: z.literal("wording"),
    wording: z.object({
      wordingId: z.uuid(),
      /** Of the folded text; with the version of the folding it can be computed again from any of the posts. */
      digest: sha256,
      foldVersion: z.number().int(),
      /** As the first of the posts wrote it. */
      text: z.string(),
      /** Ordered by time of posting, those without one last. */
      posts: z.array(frozenPost),
      accounts: z.array(z.object({ platform: z.string(), handle: z.string(), posts: z.number().int().positive() })),
      firstPostedAt: instant.nullable(),
      lastPostedAt: instant.nullable(),
      /** Posts within a time of the first dated one, itself included. */
      spread: z.object({
        withinOneMinute: z.number().int(),
        withinOneHour: z.number().int(),
        withinOneDay: z.number().int(),
      }),
    }),
    /** The captures that show the posts, each once. */
    captures: z.array(frozenCapture),
  }),
  z.object({
    ...exhibitCommon,
    kind: z.literal("supplied"),
    /** Who gave it and what the desk noted stays at the desk: sources may need it so. */
    supplied: z.object({
      id: z.uuid(),
      fileName: z.string(),
      format: z.string(),
      mediaType: z.string(),
      sha256,
      bytes: z.number().int().nonnegative(),
      width: z.number().int().nullable(),
      height: z.number().int().nullable(),
      receivedAt: instant,
      /** What it is said to show, and from when; checked by nobody. */
      claimedUrl: z.string().nullable(),
      claimedAt: z.string().nullable(),
    }),
  }),
]);

const claim = z.object({
  id: z.uuid(),
  statement: localizedText,
  claimant: localizedText,
  /** ISO date or a part of one. */
  saidOn: z.string().nullable(),
  saidWhere: localizedText,
  /** Where a reader can see that it was said, in words. */
  citation: localizedText,
  sourceUrl: z.string().nullable(),
  /** An exhibit of this case that shows it being said. */
  citationExhibitId: z.uuid().nullable(),
  verdict: z.enum(VERDICTS),
  reasons: localizedText,
  wouldSettle: localizedText,
});

const revisionKind = z.enum(["publication", "correction", "retraction"]);

export const caseSnapshot = z.object({
  format: z.literal(CASE_SNAPSHOT_FORMAT),
  caseId: z.uuid(),
  slug: z.string(),
  /** `retracted`: the page is a tombstone that shows title, note and revisions; the content lists are empty. */
  status: z.enum(["published", "retracted"]),
  revision: z.object({ number: z.number().int().positive(), kind: revisionKind, publishedAt: instant }),
  /** When the first revision appeared. */
  firstPublishedAt: instant,
  title: localizedText,
  standfirst: localizedText,
  place: localizedText,
  incidentDate: z.string().nullable(),
  story: localizedStory,
  claims: z.array(claim),
  timeline: z.array(z.object({ id: z.uuid(), date: z.string(), text: localizedText })),
  exhibits: z.array(exhibit),
  /** Plain text, paragraphs apart by an empty line. */
  howWeKnow: localizedText,
  notEstablished: localizedText,
  absentLocale: z.enum(["en", "ar"]).nullable(),
  isSample: z.boolean(),
  /** Every correction and the retraction up to this revision, oldest first. */
  corrections: z.array(
    z.object({
      number: z.number().int().positive(),
      kind: z.enum(["correction", "retraction"]),
      publishedAt: instant,
      note: localizedText,
    }),
  ),
});

export type CaseSnapshot = z.infer<typeof caseSnapshot>;
export type SnapshotClaim = CaseSnapshot["claims"][number];
export type SnapshotExhibit = CaseSnapshot["exhibits"][number];
export type SnapshotCapture = z.infer<typeof frozenCapture>;
export type SnapshotMedia = z.infer<typeof frozenMedia>;
export type SnapshotPost = z.infer<typeof frozenPost>;
/** Exhibits that rest on captures. */
export type CapturedExhibit = Exclude<SnapshotExhibit, { kind: "supplied" }>;
export type SuppliedExhibit = Extract<SnapshotExhibit, { kind: "supplied" }>;
export type SnapshotArtifact = z.infer<typeof artifact>;
