import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CasePage } from "#components/case/case-page";
import { Sheet } from "#components/case/sheet";
import { StructuredData } from "#components/case/structured-data";
import { Tombstone } from "#components/case/tombstone";
import { isLocale } from "#lib/i18n/locales";
import { findExhibitProofs } from "#lib/services/cases/find-exhibit-proofs";
import { findPublicRevision } from "#lib/services/cases/read-public-case";
import { siteOrigin } from "#lib/services/system/site-origin";
import { caseMetadata } from "./metadata";

type Props = { params: Promise<{ locale: string; slug: string }> };

/** Nothing is made at build time, when there is no database; each page is made when it is first asked for, then kept. */
export function generateStaticParams(): { slug: string }[] {
  return [];
}

/** A publication refreshes its pages at once (app/api/internal/revalidate); this catches one that went unheard. */
export const revalidate = 300;
/** A page that reads a cookie or a header would be made for every reader: this fails it instead. */
export const dynamic = "error";

async function load({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const revision = await findPublicRevision(slug, "newest");
  if (!revision) notFound();
  return { locale, revision };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, revision } = await load(props);
  return caseMetadata(revision.snapshot, locale, siteOrigin());
}

export default async function Page(props: Props) {
  const { locale, revision } = await load(props);
  if (revision.isRetracted) {
    return (
      <Sheet>
        <Tombstone snapshot={revision.snapshot} locale={locale} />
      </Sheet>
    );
  }
  const { caseId, exhibits } = revision.snapshot;
  const proofs = await findExhibitProofs(caseId, exhibits);
  return (
    <Sheet>
      <StructuredData snapshot={revision.snapshot} locale={locale} origin={siteOrigin()} />
      <CasePage revision={revision} locale={locale} origin={siteOrigin()} proofs={proofs} />
    </Sheet>
  );
}
