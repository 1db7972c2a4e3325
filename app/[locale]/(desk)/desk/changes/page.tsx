import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cx } from "#components/ui/cx";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { changesQuery } from "#lib/schemas/timeline-query";
import { listChangeNotices } from "#lib/services/sources/list-change-notices";
import { ChangeNoticeRow } from "./change-notice-row";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).time.noticesTitle } : {};
}

export default async function ChangesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { captures, time } = messages(locale);
  const { show, page: asked } = changesQuery.parse(await searchParams);
  const [unseen, all] = await Promise.all([
    listChangeNotices(user, { isSeen: false, page: show === "unseen" ? asked : 1 }),
    listChangeNotices(user, { page: show === "all" ? asked : 1 }),
  ]);
  const { notices, page, pages } = show === "unseen" ? unseen : all;
  const href = (to: number) => (to < 1 || to > pages ? null : `/${locale}/desk/changes?show=${show}&page=${to}`);
  const tab = (value: "unseen" | "all", label: string, count: number) => (
    <Link
      href={`/${locale}/desk/changes?show=${value}`}
      aria-current={show === value ? "page" : undefined}
      className={cx(
        "-mb-px inline-flex min-h-10 shrink-0 items-center gap-1.5 border-b-2 text-base",
        show === value
          ? "border-stamp font-semibold text-ink"
          : "border-transparent text-ink-soft hover:border-edge hover:text-ink",
      )}
    >
      {label} <span className="text-sm font-normal text-ink-faint tabular-nums">{count}</span>
    </Link>
  );
  return (
    <>
      <PageHeader title={time.noticesTitle} lead={time.noticesLead} />
      <nav aria-label={time.filter} className="mb-3 flex gap-5 overflow-x-auto border-b border-hairline">
        {tab("unseen", time.unseen, unseen.total)}
        {tab("all", time.all, all.total)}
      </nav>
      {notices.length === 0 ? (
        <EmptyState icon="check" title={all.total === 0 ? time.noticesNever : time.noticesNone} />
      ) : (
        <ul className="max-w-[56rem]">
          {notices.map((notice) => (
            <ChangeNoticeRow key={notice.id} locale={locale} notice={notice} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pager
          label={captures.pages}
          position={captures.position(page, pages)}
          previous={{ label: captures.previous, href: href(page - 1) }}
          next={{ label: captures.next, href: href(page + 1) }}
        />
      )}
    </>
  );
}
