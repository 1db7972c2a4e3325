import Link from "next/link";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { WayMark } from "#components/evidence/way-mark";
import { CaptureCause } from "#components/time/capture-cause";
import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import { Time } from "#components/ui/time";
import { holdsContent } from "#lib/core/captures/types";
import type { CaptureLine } from "#lib/core/captures/views";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { CaptureThumb } from "./capture-thumb";
import { KindIcon } from "./source-label";

type Props = {
  locale: Locale;
  capture: CaptureLine;
  /** On wide screens the row leads here instead: the same list with the capture beside it. */
  besideHref?: string;
  isOpen?: boolean;
};

/** One capture in a list: picture, what it is, how it begins, what it holds, when and for whom. */
export function CaptureRow({ locale, capture, besideHref, isOpen }: Props) {
  const { source } = capture;
  const href = `/${locale}/desk/captures/${capture.id}`;
  const name = <CaptureName capture={capture} />;
  const link = "font-semibold after:absolute after:inset-0 hover:underline";
  return (
    <li
      className={cx(
        "relative flex gap-3 border-b border-hairline py-2.5 ps-2 pe-2 hover:bg-wash focus-within:bg-wash",
        isOpen && "xl:bg-wash xl:shadow-[inset_3px_0_0_var(--stamp)] xl:rtl:shadow-[inset_-3px_0_0_var(--stamp)]",
      )}
    >
      <CaptureThumb picture={capture.picture} />
      <div className="min-w-0 grow">
        <div className="flex items-baseline justify-between gap-x-3">
          <p className="flex min-w-0 items-baseline gap-1.5">
            <KindIcon locale={locale} kind={source.kind} className="translate-y-[0.15em] text-ink-faint" />
            <Link href={href} dir="auto" className={cx(link, "min-w-0 truncate", besideHref && "xl:hidden")}>
              {name}
            </Link>
            {besideHref && (
              <Link
                href={besideHref}
                scroll={false}
                dir="auto"
                aria-current={isOpen ? "true" : undefined}
                className={cx(link, "hidden min-w-0 truncate xl:inline")}
              >
                {name}
              </Link>
            )}
          </p>
          <span className="flex shrink-0 items-center gap-1.5">
            <WayMark locale={locale} way={capture.way} />
            <OutcomeMark locale={locale} outcome={capture.outcome} />
          </span>
        </div>
        <CaptureBeginning locale={locale} capture={capture} />
        <div className="flex items-baseline justify-between gap-x-3 text-sm text-ink-faint">
          <p className="line-clamp-2 min-w-0">
            <Time locale={locale} at={capture.finishedAt} /> ·{" "}
            <CaptureCause locale={locale} cause={capture} requestedBy={capture.requestedBy} />
          </p>
          <Link
            href={`/${locale}/desk/sources/${source.id}`}
            prefetch={false}
            title={messages(locale).time.open}
            className="relative grid size-6 shrink-0 place-items-center text-ink-soft hover:bg-paper hover:text-ink"
          >
            <Icon name="clock" className="size-4" label={messages(locale).time.title} />
          </Link>
        </div>
      </div>
    </li>
  );
}

/** A post by its author, as soon as one was seen; anything else by its label. */
export function CaptureName({ capture }: { capture: Pick<CaptureLine, "author" | "source"> }) {
  const { author, source } = capture;
  if (!author) return <bdi>{source.label}</bdi>;
  return (
    <>
      {author.name && <bdi>{author.name}</bdi>}{" "}
      {author.handle && (
        <bdi dir="ltr" className={author.name ? "font-normal text-ink-faint" : undefined}>
          @{author.handle}
        </bdi>
      )}
    </>
  );
}

/** One line of the title or the text, in its own direction; for a list how many posts it holds. */
function CaptureBeginning({ locale, capture }: { locale: Locale; capture: CaptureLine }) {
  const { captures, evidence } = messages(locale);
  if (!holdsContent(capture.outcome)) {
    return <p className="truncate text-ink-soft">{evidence.outcomeMeaning[capture.outcome]}</p>;
  }
  const isList = capture.source.kind === "hashtag" || capture.source.kind === "account";
  // Platforms make a post's title out of its author and text: both stand here already.
  const { title, excerpt } = capture;
  const own = capture.source.kind === "web_page" ? (title ?? excerpt) : (excerpt ?? title);
  const words = isList ? captures.posts(capture.posts) : own;
  return (
    <p
      dir={isList ? undefined : textDirection(words ?? "")}
      lang={capture.language ?? undefined}
      className="truncate text-start text-ink-soft"
    >
      {words || captures.noText}
    </p>
  );
}
