import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ArtifactView } from "#lib/services/captures/get-capture";

/** A thumbnail shows at most this many times its width (lib/adapters/files/make-thumbnail.ts). */
const MAX_RATIO = 2;

/** One picture of a capture with its size, opened whole by a press. */
export function CapturePicture(props: {
  locale: Locale;
  picture: ArtifactView;
  width: number;
  alt: string | undefined;
}) {
  const { locale, picture, alt } = props;
  const { detail } = messages(locale).captures;
  const [width, height] = [picture.width ?? 0, picture.height ?? 0];
  const shownHeight = Math.min(height, width * MAX_RATIO);
  const isCut = shownHeight < height;
  return (
    <figure className="min-w-0">
      <a href={`/api/artifacts/${picture.id}`} className="group block" target="_blank" rel="noreferrer">
        <span
          className={cx(
            "block max-h-[70dvh] overflow-hidden border border-hairline bg-wash",
            isCut && "border-b-2 border-b-edge [border-bottom-style:dashed]",
          )}
        >
          <img
            src={`/api/artifacts/${picture.id}?w=${props.width}`}
            alt={alt}
            width={width || undefined}
            height={shownHeight || undefined}
            decoding="async"
            className="h-auto w-full"
            style={{ maxInlineSize: width || undefined }}
          />
        </span>
        <figcaption className="mt-1 flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-soft">
          <span>
            {alt}
            {width > 0 && (
              <span className="text-ink-faint">
                {" · "}
                <bdi>{detail.pictureSize(width, height)}</bdi>
              </span>
            )}
          </span>
          <span className="inline-flex items-center gap-1.5 group-hover:underline">
            <Icon name="expand" /> {detail.openWhole}
          </span>
        </figcaption>
      </a>
    </figure>
  );
}
