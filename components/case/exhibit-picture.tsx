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
  const picture = found && {
    ...(exhibit.kind === "supplied"
      ? { url: suppliedHref(found.id), wholeUrl: suppliedHref(found.id) }
      : {
          url: thumbnailHref(found.id, 960),
          srcSet: `${thumbnailHref(found.id, 480)} 480w, ${thumbnailHref(found.id, 960)} 960w`,
          wholeUrl: artifactHref(found.id),
        }),
    sizes,
    width: found.width,
    height: found.height,
    alt,
  };
  return <EvidencePicture locale={locale} picture={picture} />;
}
