import { cx } from "#components/ui/cx";
import { Icon, type IconName } from "#components/ui/icon";
import type { SourceKind } from "#lib/core/captures/types";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const ICONS: Record<SourceKind, IconName> = { post: "post", hashtag: "hashtag", account: "user", web_page: "page" };

/** The kind of a source as a picture with its word for screen readers. */
export function KindIcon({ locale, kind, className }: { locale: Locale; kind: SourceKind; className?: string }) {
  return <Icon name={ICONS[kind]} label={messages(locale).common.sourceKind[kind]} className={className} />;
}

type Props = { locale: Locale; kind: SourceKind; label: string; className?: string };

/** What people call a source, with its kind. Cut at its own end, whichever way the page reads. */
export function SourceLabel({ locale, kind, label, className }: Props) {
  return (
    <span className={cx("flex min-w-0 items-baseline gap-1.5", className)}>
      <KindIcon locale={locale} kind={kind} className="translate-y-[0.15em] text-ink-faint" />
      <bdi className="min-w-0 truncate">{label}</bdi>
    </span>
  );
}
