import { notFound, redirect } from "next/navigation";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { findSourceOfCapture } from "#lib/services/sources/find-source-of-capture";

type Props = { params: Promise<{ locale: string; id: string }> };

/** From a capture to the timeline of its source, for lists that know only the capture. */
export default async function CaptureTimelinePage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const sourceId = await findSourceOfCapture(await requireUser(locale), id);
  if (!sourceId) notFound();
  redirect(`/${locale}/desk/sources/${sourceId}`);
}
