import { artifactHref, labelOf, pictureOf, suppliedHref, thumbnailHref } from "#components/case/exhibit-facts";
import { EvidencePicture } from "#components/evidence/evidence-picture";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";

type PictureProps = {
  exhibit: SnapshotExhibit;
  locale: Locale;
  /** How wide it is shown, in the words of `<img sizes>`. */
  sizes: string;
};

/** The picture that stands for an exhibit: small files to look at, the evidence itself one link away. */
export function ExhibitPicture({ exhibit, locale, sizes }: PictureProps) {
  const found = pictureOf(exhibit);
  const alt = messages(locale).reader.exhibit[exhibit.kind === "supplied" ? "pictureSupplied" : "pictureOf"](
    exhibit.number,
    labelOf(exhibit),
  );
  const whole = (exhibit.kind === "supplied" ? suppliedHref : artifactHref)(found?.id ?? "");
  const picture = found && {
    url: thumbnailHref(whole, 960),
    srcSet: `${thumbnailHref(whole, 480)} 480w, ${thumbnailHref(whole, 960)} 960w`,
    wholeUrl: whole,
    sizes,
    width: found.width,
    height: found.height,
    alt,
  };
  return <EvidencePicture locale={locale} picture={picture} />;
}
