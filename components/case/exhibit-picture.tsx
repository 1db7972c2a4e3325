import { artifactHref, labelOf, pictureOf } from "#components/case/exhibit-facts";
import { EvidencePicture } from "#components/evidence/evidence-picture";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";

/** The picture that stands for an exhibit, said in words for those who do not see it. */
export function ExhibitPicture({ exhibit, locale }: { exhibit: SnapshotExhibit; locale: Locale }) {
  const found = pictureOf(exhibit);
  const alt = messages(locale).reader.exhibit.pictureOf(exhibit.number, labelOf(exhibit));
  const picture = found ? { url: artifactHref(found.id), width: found.width, height: found.height, alt } : null;
  return <EvidencePicture locale={locale} picture={picture} />;
}
