import Link from "next/link";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { findLinks } from "#lib/core/captures/find-links";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { previewLines } from "#lib/services/submissions/preview-lines";

/** Somebody pasted a link into the search box: what the archive holds of it, or the way to capture it. */
export async function LinkNotice({ locale, user, q }: { locale: Locale; user: Actor; q: string }) {
  const typed = q.trim();
  if (/\s/u.test(typed) || findLinks(typed).length !== 1) return null;
  const [line] = await previewLines(user, [typed]);
  if (!line?.ok) return null;
  const { link } = messages(locale).search;
  const { existing, isPending, source } = line;
  return (
    <Notice tone="info" className="mb-3">
      <p>
        {existing ? link.open : isPending ? link.pending : link.unknown}{" "}
        {existing ? (
          <Link href={`/${locale}/desk/captures/${existing.id}`} prefetch={false} className="prose-link wrap-anywhere">
            <bdi dir="ltr">{source.label}</bdi>
          </Link>
        ) : (
          <bdi dir="ltr" className="wrap-anywhere">
            {source.label}
          </bdi>
        )}
      </p>
      {!existing && !isPending && (
        <LinkButton
          href={`/${locale}/desk/submit?${new URLSearchParams({ lines: typed })}`}
          size="sm"
          icon="submit"
          className="mt-2"
          prefetch={false}
        >
          {link.submit}
        </LinkButton>
      )}
      <p className="mt-1 text-sm text-ink-faint">{link.mentions}</p>
    </Notice>
  );
}
