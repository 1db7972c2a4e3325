import { hostname, platform, release } from "node:os";
import type { NetworkLog } from "#lib/adapters/browser/network-log";
import { LOCALE, TIMEZONE, VIEW } from "#lib/adapters/browser/page-opening";
import type { HiddenPart } from "#lib/core/captures/hidden-parts";
import type { CaptureLimits } from "#lib/core/captures/limits";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import type { AccessRecord } from "#lib/services/captures/access-record";
import type { CaptureBrowser } from "#lib/services/captures/browser-runtime";
import { describeNetwork, describeSecondLook } from "#lib/services/captures/describe-network";
import type { FetchedBeside } from "#lib/services/captures/fetch-beside";
import type { SecondLook } from "#lib/services/captures/look-again";
import type { SoftwareVersion } from "#lib/services/captures/software-version";

/** Everything about how a capture came about that its files do not say themselves. */
export type ProvenanceInput = {
  captureId: string;
  request: ClaimedRequest;
  startedAt: Date;
  finishedAt: Date;
  browser: CaptureBrowser | null;
  software: SoftwareVersion;
  limits: CaptureLimits;
  allowHosts: readonly string[];
  log: NetworkLog | null;
  /** Only where the first look said "deleted". */
  secondLook?: SecondLook | null;
  /** How the source was looked at. */
  access: AccessRecord;
  /** What was asked for beside the browser. */
  beside?: FetchedBeside[];
  /** Steps that did not work, in English, for whoever examines the capture. */
  notes: string[];
  /** What was hidden for `screenshot-clean.png`, if there is one. */
  hidden?: HiddenPart[] | undefined;
};

/** The provenance file: canonical JSON, form `daleel-provenance` version 1. */
export function buildProvenance(input: ProvenanceInput): string {
  const { request, browser, log, access } = input;
  return canonicalJson({
    format: "daleel-provenance",
    version: 1,
    captureId: input.captureId,
    request: {
      id: request.id,
      attempt: request.attempts,
      // Readers of a published capture get this file: who that is and why they asked stands in the custody log.
      requestedBy: { id: request.requestedBy.id },
      runBy: request.cause === "schedule" ? `the schedule, ${request.recheckStep} after a capture` : "the request",
      source: { kind: request.kind, platform: request.platform, canonicalUrl: request.canonicalUrl },
    },
    startedAt: input.startedAt.toISOString(),
    finishedAt: input.finishedAt.toISOString(),
    clock: "the capturing host's system clock, UTC",
    software: input.software,
    host: { name: hostname(), system: `${platform()} ${release()}` },
    browser: browser && {
      version: browser.version,
      origin: browser.origin,
      userAgent: browser.userAgent,
      arguments: browser.args,
      sandbox: browser.sandbox,
      scriptsWithoutGlyphs: browser.missingGlyphs,
      view: VIEW,
      locale: LOCALE,
      timezone: TIMEZONE,
      signedIn:
        access.way === "session" && "credential" in access
          ? `yes: with the newsroom's session of account “${access.credential.label}”; the cookies are in none of the files`
          : "no: fresh profile without cookies",
      emulated: { colorScheme: "light", reducedMotion: true },
    },
    access,
    limits: input.limits,
    addressesAllowedAlthoughPrivate: input.allowHosts,
    network: log && describeNetwork(log),
    fetchedBesideTheBrowser: {
      how: "GET under the same address rules, with the browser's user agent and no cookies; bytes as they came",
      answers: input.beside ?? [],
    },
    secondLook: input.secondLook ? describeSecondLook(input.secondLook) : null,
    pictures:
      access.way !== "api" &&
      "put together from pictures of the view while scrolling; what is fixed to the view is shown once, at the top, " +
        "and not in pictures of single posts",
    pictureWithoutBars: input.hidden?.length
      ? {
          file: "screenshot-clean.png",
          how: "taken last; these elements were hidden by a style (display: none), nothing was clicked",
          hidden: input.hidden,
        }
      : null,
    warnings: browser?.missingGlyphs.length
      ? [`no font of the capturing host draws ${browser.missingGlyphs.join(", ")}: pictures show empty boxes for them`]
      : [],
    notes: input.notes,
  });
}
