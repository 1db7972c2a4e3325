import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

export type Picture = {
  url: string;
  /** In pixels, as captured. */
  width: number;
  height: number;
  /** Where the whole picture is, when `url` is a smaller one. */
  wholeUrl?: string;
  /** Smaller ones for smaller screens, as `<img>` takes them. */
  srcSet?: string;
  sizes?: string;
  /** What can be seen, in the page's language. */
  alt?: string;
};

/** Beyond this the card shows the top of the picture; the link shows it whole. */
const TALLEST = 1.7;

/** The picture of a capture in its true proportions; a tall one is cut at the bottom, never squeezed. */
export function EvidencePicture({ locale, picture }: { locale: Locale; picture: Picture | null }) {
  const { evidence } = messages(locale);
  if (!picture) {
    return (
      <div className="flex min-h-24 items-center self-start sm:min-h-36 justify-center gap-2 border border-dashed border-edge text-sm text-ink-faint">
        <Icon name="image" />
        {evidence.noPicture}
      </div>
    );
  }
  const isCut = picture.height > picture.width * TALLEST;
  return (
    <figure className="min-w-0 self-start">
      <a href={picture.wholeUrl ?? picture.url} className="group block">
        <span
          className={
            isCut
              ? "block max-h-80 overflow-hidden border border-b-2 border-hairline border-b-edge [border-bottom-style:dashed]"
              : "block border border-hairline"
          }
        >
          <img
            src={picture.url}
            srcSet={picture.srcSet}
            sizes={picture.sizes}
            width={picture.width}
            height={picture.height}
            alt={picture.alt ?? evidence.pictureOf}
            loading="lazy"
            decoding="async"
            className="h-auto w-full bg-wash"
          />
        </span>
        <span className="mt-1 inline-flex min-h-6 items-center gap-1.5 text-sm text-ink-soft group-hover:underline">
          <Icon name="expand" />
          {evidence.seeWhole}
        </span>
      </a>
    </figure>
  );
}
