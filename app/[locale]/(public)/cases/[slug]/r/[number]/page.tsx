import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CasePage } from "#components/case/case-page";
import { Sheet } from "#components/case/sheet";
import { Tombstone } from "#components/case/tombstone";
import { Notice } from "#components/ui/notice";
import { casePath } from "#lib/core/cases/case-path";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { findExhibitProofs } from "#lib/services/cases/find-exhibit-proofs";
import { findPublicRevision } from "#lib/services/cases/read-public-case";
import { siteOrigin } from "#lib/services/system/site-origin";
import { caseMetadata } from "../../metadata";

type Props = { params: Promise<{ locale: string; slug: string; number: string }> };

export function generateStaticParams(): { slug: string; number: string }[] {
  return [];
}

/** The revision never changes; whether a newer one exists, and whether the case was retracted, does. */
export const revalidate = 300;
export const dynamic = "error";

async function load({ params }: Props) {
  const { locale, slug, number } = await params;
  // One address per revision: no signs, zeros or letters.
  if (!isLocale(locale) || !/^[1-9]\d{0,5}$/.test(number)) notFound();
  const revision = await findPublicRevision(slug, Number(number));
  if (!revision) notFound();
  if (!revision.isRetracted) return { locale, revision };
  const newest = await findPublicRevision(slug, "newest");
  return { locale, revision: newest ?? revision };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, revision } = await load(props);
  return caseMetadata(revision.snapshot, locale, siteOrigin(), revision.snapshot.revision.number);
}

/** One revision as it was published, for good. */
export default async function Page(props: Props) {
  const { locale, revision } = await load(props);
  const { snapshot, newestNumber } = revision;
  if (revision.isRetracted) {
    return (
      <Sheet>
        <Tombstone snapshot={snapshot} locale={locale} />
      </Sheet>
    );
  }
  const t = messages(locale).reader.older;
  const { number } = snapshot.revision;
  const isNewest = number === newestNumber;
  const proofs = await findExhibitProofs(snapshot.caseId, snapshot.exhibits);
  return (
    <Sheet>
      <Notice tone={isNewest ? "info" : "warn"} title={isNewest ? undefined : t.title} className="mb-8">
        <p>
          {isNewest ? `${t.permanent} ${t.current}` : t.body(number)}{" "}
          <a className="prose-link" href={casePath(locale, snapshot.slug)}>
            {t.newest}
          </a>
        </p>
      </Notice>
      <CasePage revision={revision} locale={locale} origin={siteOrigin()} proofs={proofs} />
    </Sheet>
  );
}
