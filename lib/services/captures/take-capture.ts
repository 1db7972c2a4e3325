import { type OpenedPage, withOpenedPage } from "#lib/adapters/browser/capture-page";
import type { NetworkLog } from "#lib/adapters/browser/network-log";
import { startCaptureProxy } from "#lib/adapters/net/capture-proxy";
import { platformFor } from "#lib/adapters/platforms/registry";
import type { HiddenPart } from "#lib/core/captures/hidden-parts";
import { type CaptureLimits, captureLimits, type LimitCode } from "#lib/core/captures/limits";
import { signal } from "#lib/core/captures/signal-names";
import {
  type Classification,
  type EndedBy,
  type Extraction,
  holdsContent,
  type Outcome,
  type PageEvidence,
  type PlatformAdapter,
  type RecognisedSource,
  type Signal,
} from "#lib/core/captures/types";
import { env } from "#lib/env";
import type { CaptureBrowser } from "#lib/services/captures/browser-runtime";
import { collectPosts } from "#lib/services/captures/collect-posts";
import { completePost, markAsListed } from "#lib/services/captures/complete-post";
import { type FetchedBeside, startFetching } from "#lib/services/captures/fetch-beside";
import { startArchive } from "#lib/services/captures/keep-archive";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";
import { lookAgain, type SecondLook } from "#lib/services/captures/look-again";
import type { CaptureSession } from "#lib/services/captures/open-session";
import { type PictureReport, takePictures } from "#lib/services/captures/take-pictures";

/** What one visit found. Its files are with the keeper. */
export type TakenCapture = {
  outcome: Outcome;
  signals: Signal[];
  limitsHit: LimitCode[];
  finalUrl: string;
  httpStatus: number | null;
  extraction: Extraction;
  endedBy: EndedBy | null;
  log: NetworkLog;
  /** What was asked for beside the browser: originals of media, second witnesses. */
  beside: FetchedBeside[];
  /** What was seen the second time, where the first look said "deleted". */
  secondLook: SecondLook | null;
  notes: string[];
  /** What was hidden for the picture without bars. */
  hidden: HiddenPart[];
};

/** As long as the page is open: "deleted" is not settled before a second look has agreed. */
type FirstLook = TakenCapture & Pick<Classification, "needsSecondLook">;

/** A list takes longer than a page: opening it, walking it, and the pictures. */
const LIST_TIME_FACTOR = 3;

const PROXY_GRACE_MS = 10_000;

const NOTHING: Extraction = { title: null, text: null, language: null, posts: [] };

/** The limits of this process's settings. */
export function currentLimits(): CaptureLimits {
  const { CAPTURE_TIMEOUT_MS, CAPTURE_MAX_BYTES, CAPTURE_MAX_POSTS } = env();
  return captureLimits({ timeoutMs: CAPTURE_TIMEOUT_MS, maxBytes: CAPTURE_MAX_BYTES, maxPosts: CAPTURE_MAX_POSTS });
}

/**
 * Visits a source with a fresh browser and brings home documents, pictures and posts.
 * @throws AppError when there is nothing to record: the address is refused, nobody answers, time is over before the
 *   document was read, the browser dies, the disk is full.
 */
export async function takeCapture(
  source: RecognisedSource,
  keeper: ArtifactKeeper,
  options: {
    browser: CaptureBrowser;
    onStep: (step: string) => Promise<void>;
    onProgress: (posts: number) => Promise<void>;
    signal: AbortSignal;
    /** Is given the log of the first look before anything is asked for. */
    onLog: (log: NetworkLog) => void;
    /** The newsroom's own session, when it was asked for. */
    session?: CaptureSession | undefined;
  },
): Promise<TakenCapture> {
  const adapter = platformFor(source);
  const limits = currentLimits();
  const walk = adapter.listWalk(source);
  const { session } = options;
  const opening = {
    setup: options.browser,
    limits,
    readySelectors: adapter.readySelectors(source),
    scroll: source.kind === "web_page",
    timeFactor: walk ? LIST_TIME_FACTOR : 1,
    signal: options.signal,
    ...(session && { cookies: session.cookies }),
  };
  const fetcher = startFetching({ userAgent: options.browser.userAgent, signal: options.signal });
  const clean = session && { clean: session.clean };
  const startProxy = () =>
    startCaptureProxy({
      allowHosts: env().CAPTURE_ALLOW_HOSTS,
      // The capture's own clock speaks first; this one is for what goes on behind its back.
      limits: { ...limits, timeoutMs: limits.timeoutMs * opening.timeFactor + PROXY_GRACE_MS },
    });
  await using proxy = await startProxy();
  const { addressOf } = proxy.log;
  await using archive = await startArchive({ source, limits, browser: options.browser, addressOf, ...clean });
  const recorded = { ...opening, proxy, recorder: archive.recorder, onLog: options.onLog };
  const { needsSecondLook, ...first } = await withOpenedPage(source.canonicalUrl, recorded, async (opened) => {
    await options.onStep("read");
    const learn = async () => session?.learnFrom(await opened.cookies());
    await learn();
    const { taken, evidence } = await readDocuments(source, adapter, opened, keeper, fetcher.asked);
    await options.onStep("picture");
    const focalSelector = holdsContent(taken.outcome) ? adapter.focalSelector(source) : null;
    const isShown = session ? session.gate.finds(await opened.shownText()) : false;
    if (isShown) taken.notes.push("no pictures: a secret of the session stood in the page for everybody to read");
    const nothing: PictureReport = { limitsHit: [], notes: [], hidden: [] };
    const [report, extraction] = await Promise.all([
      isShown ? nothing : takePictures(opened, keeper, { limits, focalSelector }),
      evidence && completePost(source, { ...taken, adapter, evidence }, { opened, keeper, fetcher, limits }),
    ]);
    taken.extraction = extraction ?? taken.extraction;
    taken.limitsHit.push(...report.limitsHit);
    taken.notes.push(...report.notes);
    taken.hidden = report.hidden;
    if (walk && holdsContent(taken.outcome)) {
      await options.onStep("walk");
      const found = await collectPosts(opened, keeper, {
        source,
        adapter,
        walk,
        limits: isShown ? { ...limits, maxPostCrops: 0 } : limits,
        onProgress: options.onProgress,
      });
      taken.extraction.posts = markAsListed(found.posts);
      taken.endedBy = found.endedBy;
      taken.signals.push(...found.signals);
      taken.limitsHit.push(...found.limitsHit);
      taken.notes.push(...found.notes);
    }
    await learn();
    await keepContent(source, keeper, taken);
    // Bodies of what is still loading are with the browser.
    await archive.endRecording();
    return settle(taken);
  });
  if (keeper.kept.some(({ role }) => role === "dom_html")) first.notes.push(...(await archive.keep(keeper, first)));
  return needsSecondLook ? { ...first, ...(await lookAgain(source, adapter, opening, startProxy, first)) } : first;
}

async function readDocuments(
  source: RecognisedSource,
  adapter: PlatformAdapter,
  opened: OpenedPage,
  keeper: ArtifactKeeper,
  beside: FetchedBeside[],
): Promise<{ taken: FirstLook; evidence: PageEvidence | null }> {
  const evidence = await opened.read();
  const html = "text/html;charset=utf-8";
  if (evidence.responseHtml) {
    await keeper.keep({
      role: "response_html",
      name: "response.html",
      mediaType: html,
      content: evidence.responseHtml,
    });
  }
  const common = {
    finalUrl: evidence.finalUrl,
    httpStatus: evidence.httpStatus,
    endedBy: null,
    log: opened.log,
    beside,
    secondLook: null,
    notes: [],
    hidden: [],
  };
  if (opened.navigationProblem) {
    // No document: a download, or an answer that was cut. What the browser shows then is its own error page.
    const signals = [signal("navigation", opened.navigationProblem)];
    return {
      taken: { ...common, outcome: "error", signals, limitsHit: [], extraction: { ...NOTHING } },
      evidence: null,
    };
  }
  await keeper.keep({ role: "dom_html", name: "dom.html", mediaType: html, content: evidence.domHtml });
  const { outcome, signals, needsSecondLook } = adapter.classify(source, evidence);
  const extraction = holdsContent(outcome) ? adapter.extract(source, evidence) : { ...NOTHING };
  return { taken: { ...common, outcome, signals, needsSecondLook, limitsHit: [], extraction }, evidence };
}

async function keepContent(source: RecognisedSource, keeper: ArtifactKeeper, taken: TakenCapture): Promise<void> {
  const { text, posts } = taken.extraction;
  if (text) {
    await keeper.keep({ role: "text", name: "text.txt", mediaType: "text/plain;charset=utf-8", content: text });
  }
  if (posts.length === 0) return;
  const content = JSON.stringify(source.kind === "post" ? posts[0] : posts, null, 2);
  const name = source.kind === "post" ? "post.json" : "posts.json";
  await keeper.keep({ role: "post_json", name, mediaType: "application/json", content });
}

/** Content that a limit cut is `partial`, with the limit as its reason. Enough posts of a hashtag are no defect. */
function settle(taken: FirstLook): FirstLook {
  const limitsHit = [...new Set([...taken.log.limitsHit, ...taken.limitsHit])];
  const cuts = limitsHit.filter((code) => code !== "posts" && code !== "post_crops");
  const signals = [...taken.signals, ...limitsHit.map((code) => signal("limit", code))];
  // A wall or an error in the middle of a list is no choice of ours: what there is, is a part.
  const isBroken = taken.endedBy === "wall" || taken.endedBy === "error";
  const outcome = taken.outcome === "content" && (cuts.length > 0 || isBroken) ? "partial" : taken.outcome;
  return { ...taken, outcome, signals, limitsHit };
}
