import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CasePage } from "#components/case/case-page";
import { Sheet } from "#components/case/sheet";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { requireUser } from "#lib/auth/session";
import { toAppError } from "#lib/errors";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { findExhibitProofs } from "#lib/services/cases/find-exhibit-proofs";
import { previewCase } from "#lib/services/cases/preview-case";
import { siteOrigin } from "#lib/services/system/site-origin";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).cases.preview.title, robots: { index: false } } : {};
}

/** The draft as readers would see it, with the public page's own components. */
export default async function PreviewPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const revision = await previewCase(user, id).catch((thrown: unknown) => {
    if (toAppError(thrown).code === "not_found") notFound();
    throw thrown;
  });
  const { preview } = messages(locale).cases;
  const proofs = await findExhibitProofs(revision.snapshot.caseId, revision.snapshot.exhibits);
  return (
    <>
      <div className="mb-8 flex flex-wrap items-center justify-between gap-4">
        <Notice tone="warn" className="grow">
          {preview.notice}
        </Notice>
        <LinkButton href={`/${locale}/desk/cases/${id}`} icon="arrow-start">
          {preview.back}
        </LinkButton>
      </div>
      <Sheet>
        <CasePage revision={revision} locale={locale} origin={siteOrigin()} proofs={proofs} />
      </Sheet>
    </>
  );
}
