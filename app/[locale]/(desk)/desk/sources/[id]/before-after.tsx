import { Icon } from "#components/ui/icon";
import { Time } from "#components/ui/time";
import type { ChangeView, TimelineEntry } from "#lib/core/captures/timeline-views";
import type { CapturePicture } from "#lib/core/captures/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** A thumbnail shows at most this many times its width (lib/adapters/files/make-thumbnail.ts). */
const MAX_RATIO = 2;

type Props = { locale: Locale; change: ChangeView; entry: TimelineEntry };

/** The pictures of two captures beside one another, loaded when somebody asks for them. Works without JavaScript. */
export function BeforeAfter({ locale, change, entry }: Props) {
  const { time } = messages(locale);
  if (!change.from.picture && !entry.picture) return null;
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit text-ink-soft hover:underline">{time.pictures}</summary>
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        <Side locale={locale} label={time.before} at={change.from.at} picture={change.from.picture} />
        <Side locale={locale} label={time.afterwards} at={entry.finishedAt} picture={entry.picture} />
      </div>
    </details>
  );
}

function Side(props: { locale: Locale; label: string; at: string; picture: CapturePicture | null }) {
  const { locale, label, at, picture } = props;
  const { evidence, time } = messages(locale);
  return (
    <figure className="min-w-0">
      {picture ? (
        <a href={`/api/artifacts/${picture.artifactId}`} target="_blank" rel="noreferrer" className="block">
          <span className="block max-h-96 overflow-hidden border border-hairline bg-wash">
            <img
              src={`/api/artifacts/${picture.artifactId}?w=480`}
              alt={`${time.picture} · ${label}`}
              width={picture.width ?? undefined}
              height={picture.height && picture.width ? Math.min(picture.height, picture.width * MAX_RATIO) : undefined}
              loading="lazy"
              decoding="async"
              className="h-auto min-h-24 w-full object-contain object-top"
            />
          </span>
        </a>
      ) : (
        <p className="flex items-center gap-2 border border-dashed border-edge p-6 text-ink-faint">
          <Icon name="image" /> {evidence.noPicture}
        </p>
      )}
      <figcaption className="mt-1 text-ink-faint">
        {label} · <Time locale={locale} at={at} />
      </figcaption>
    </figure>
  );
}
