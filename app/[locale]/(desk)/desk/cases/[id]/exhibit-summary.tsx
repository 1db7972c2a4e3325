import Link from "next/link";
import { LaterLine } from "#components/case/later-line";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { Icon } from "#components/ui/icon";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";
import { exhibitName, exhibitText } from "./exhibit-name";

const ICONS = { capture: "archive", post: "post", wording: "phrasing", supplied: "image" } as const;

/** An exhibit in a few lines: its picture, who, what, and when it was captured. */
export function ExhibitSummary({ locale, exhibit }: { locale: Locale; exhibit: SnapshotExhibit }) {
  const { exhibits: words } = messages(locale).cases;
  const text = exhibitText(exhibit);
  return (
    <div className="flex gap-3">
      <ExhibitThumbnail url={thumbnailOf(exhibit)} />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className="kicker text-ink-faint">{words.exhibit(exhibit.number)}</span>
          <span className="inline-flex items-center gap-1 text-ink-soft">
            <Icon name={ICONS[exhibit.kind]} className="size-3.5" />
            {words.kind[exhibit.kind]}
          </span>
          {(exhibit.kind === "capture" || exhibit.kind === "post") && exhibit.capture.outcome !== "content" && (
            <OutcomeMark locale={locale} outcome={exhibit.capture.outcome} />
          )}
        </p>
        <p className="font-semibold">
          <bdi>{exhibitName(locale, exhibit)}</bdi>
        </p>
        {text && (
          <p dir="auto" className="line-clamp-2 font-serif text-lg">
            {text}
          </p>
        )}
        <p className="text-sm text-ink-faint">{exhibitFacts(locale, exhibit)}</p>
        {(exhibit.kind === "capture" || exhibit.kind === "post") && exhibit.capture.later && (
          <div className="mt-0.5 flex flex-wrap items-baseline gap-x-3">
            <LaterLine locale={locale} capture={exhibit.capture} />
            <Link
              href={`/${locale}/desk/captures/${exhibit.capture.captureId}`}
              prefetch={false}
              className="prose-link text-sm"
            >
              {messages(locale).captures.openPage}
            </Link>
          </div>
        )}
      </div>
    </div>
  );
}

function exhibitFacts(locale: Locale, exhibit: SnapshotExhibit) {
  const { exhibits: words } = messages(locale).cases;
  if (exhibit.kind === "supplied") {
    return (
      <>
        {words.supplied} <Time locale={locale} at={exhibit.supplied.receivedAt} />
      </>
    );
  }
  if (exhibit.kind !== "wording") {
    return (
      <>
        {words.captured} <Time locale={locale} at={exhibit.capture.capturedAt} />
      </>
    );
  }
  const { accounts, posts, spread } = exhibit.wording;
  const counts = `${words.posts(posts.length)} · ${words.accounts(accounts.length)}`;
  return `${counts} · ${words.spread(spread.withinOneMinute, spread.withinOneHour, spread.withinOneDay)}`;
}

function thumbnailOf({ kind, pictureArtifactId, ...exhibit }: SnapshotExhibit): string | null {
  if (kind !== "supplied") return pictureArtifactId && `/api/artifacts/${pictureArtifactId}?w=160`;
  return "supplied" in exhibit && exhibit.supplied.width !== null ? `/api/supplied/${exhibit.supplied.id}?w=160` : null;
}

/** The picture of an exhibit, small; its words stand beside it, so it is decoration. */
export function ExhibitThumbnail({ url }: { url: string | null }) {
  return (
    <div className="flex h-18 w-24 shrink-0 items-center justify-center overflow-hidden border border-hairline bg-sheet text-ink-faint">
      {url ? (
        <img src={url} alt="" loading="lazy" draggable={false} className="size-full object-cover object-top" />
      ) : (
        <Icon name="image" />
      )}
    </div>
  );
}
