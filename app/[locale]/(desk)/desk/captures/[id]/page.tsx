import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaptureName } from "#components/captures/capture-row";
import { CopiesPanel } from "#components/copies/copies-panel";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { SampleNotice } from "#components/evidence/sample-notice";
import { WayMark, WayNotice } from "#components/evidence/way-mark";
import { CaptureCause } from "#components/time/capture-cause";
import { Card } from "#components/ui/card";
import { PageHeader } from "#components/ui/page-header";
import { Time } from "#components/ui/time";
import { requireUser } from "#lib/auth/session";
import { holdsContent } from "#lib/core/captures/types";
import { waysNeeded } from "#lib/core/platforms/ways-needed";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { getCapture } from "#lib/services/captures/get-capture";
import type { ObservationView } from "#lib/services/captures/observation-view";
import { findCopiesOfWording } from "#lib/services/copies/find-copies-of-wording";
import { findReplayState } from "#lib/services/replay/find-replay-state";
import { orNotFound } from "../../or-not-found";
import { CaptureOutcome } from "../capture-outcome";
import { CapturePictures } from "../capture-pictures";
import { CaptureText } from "../capture-text";
import { listEditableCases } from "../editable-cases";
import { FocalPost, focalPost } from "../focal-post";
import { CaptureActions } from "./capture-actions";
import { CaptureFacts } from "./capture-facts";
import { CustodyLog } from "./custody-log";
import { EverythingLink } from "./everything-link";
import { Files } from "./files";
import { ObservedPosts } from "./observed-posts";
import { OtherWays } from "./other-ways";
import { PostFields } from "./post-fields";
import { PostMediaList } from "./post-media";
import { PostDoubts } from "./post-witnesses";
import { ProofSection } from "./proof-section";
import { ReplaySection } from "./replay-section";
import { SourceStrip } from "./source-strip";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).captures.title } : {};
}

export default async function CapturePage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { captures, common, evidence, platforms } = messages(locale);
  const { detail } = captures;
  const capture = await orNotFound(getCapture(user, id));
  const cases = await listEditableCases(user, locale);
  const { source, observations } = capture;
  const focal = focalPost(capture);
  const seen = source.kind === "post" ? observations.find(({ outcome }) => holdsContent(outcome)) : undefined;
  const copies = focal?.wordingId ? await findCopiesOfWording(user, focal.wordingId) : null;
  const isWalled = waysNeeded(capture);
  const otherWays = <OtherWays locale={locale} user={user} capture={capture} />;
  return (
    <>
      <PageHeader
        kicker={`${common.sourceKind[source.kind]} · ${evidence.platform[source.platform]}`}
        title={
          <span className="wrap-anywhere">
            <CaptureName capture={{ source, author: focal ? authorOf(focal) : null }} />
          </span>
        }
        lead={
          <>
            {evidence.captured} <Time locale={locale} at={capture.finishedAt} /> ·{" "}
            <CaptureCause locale={locale} cause={capture} requestedBy={capture.requestedBy} />
          </>
        }
        actions={
          <CaptureActions
            locale={locale}
            captureId={capture.id}
            sourceId={source.id}
            liveUrl={source.canonicalUrl}
            isPending={capture.pendingRequestId !== null && !capture.isPromotable}
            cases={cases}
            suggestedCaseId={capture.submission?.caseFile?.id}
          />
        }
      />
      {source.platform === "demo_square" && (
        <div className="mb-6">
          <SampleNotice locale={locale} />
        </div>
      )}
      <WayNotice locale={locale} way={capture.way} className="mb-6" />
      {isWalled && <div className="mb-6 empty:hidden">{otherWays}</div>}
      {/* On a phone what the capture holds comes before its pictures; beside one another, the pictures lead. */}
      <div className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)] lg:grid-rows-[auto_1fr]">
        <section aria-label={detail.outcome} className="min-w-0 lg:col-start-2">
          <OutcomeMark locale={locale} outcome={capture.outcome} className="text-sm" />
          <CaptureOutcome locale={locale} capture={capture} />
          <EverythingLink locale={locale} source={source} />
          {focal ? <FocalPost locale={locale} post={focal} className="mt-4" /> : <CaptureText capture={capture} />}
          {seen && <PostDoubts locale={locale} details={seen.details} className="mt-6" />}
        </section>
        <section aria-label={detail.picture} className="min-w-0 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          <CapturePictures locale={locale} capture={capture} width={960} />
        </section>
        <Card title={detail.facts} className="min-w-0 lg:col-start-2">
          <CaptureFacts locale={locale} capture={capture} />
        </Card>
      </div>
      <div className="mt-10 flex flex-col gap-10">
        {observations.length > 0 && !focal && (
          <Card title={detail.observations} aside={captures.posts(observations.length)}>
            {source.kind === "hashtag" && (
              <p className="mb-3 max-w-measure text-sm text-ink-soft">
                {capture.way === "api" ? platforms.api.sample : detail.sample}
              </p>
            )}
            {capture.way === "api" && (
              <p className="mb-3">
                <WayMark locale={locale} way={capture.way} />
              </p>
            )}
            <ObservedPosts locale={locale} observations={observations} />
          </Card>
        )}
        {seen && seen.details.media.length > 0 && <PostMediaList locale={locale} media={seen.details.media} />}
        {copies && <CopiesPanel locale={locale} copies={copies} currentPostId={focal?.postId} />}
        <SourceStrip locale={locale} user={user} captureId={capture.id} />
        <ReplaySection locale={locale} replay={await findReplayState(capture.id)} />
        <ProofSection locale={locale} captureId={capture.id} />
        {!isWalled && <div className="empty:hidden">{otherWays}</div>}
        <div className="border-b border-hairline">
          {seen && <PostFields locale={locale} capture={capture} post={seen} />}
          <Files locale={locale} capture={capture} />
          <CustodyLog locale={locale} lines={capture.custody} />
        </div>
      </div>
    </>
  );
}

const authorOf = ({ authorName, authorHandle }: ObservationView) =>
  authorName || authorHandle ? { name: authorName, handle: authorHandle } : null;
