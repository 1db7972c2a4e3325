import { Card } from "#components/ui/card";
import { Icon } from "#components/ui/icon";
import { formatBytes } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { MediaView } from "#lib/services/captures/observation-view";

/** The originals of a post's pictures and films. Films are never played on this address. */
export function PostMediaList({ locale, media }: { locale: Locale; media: MediaView[] }) {
  const { postDetails: words } = messages(locale);
  return (
    <Card title={words.media}>
      <p className="mb-3 max-w-measure text-sm text-ink-soft">{words.mediaLead}</p>
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {media.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same address may stand twice; the list never moves.
          <li key={index} className="min-w-0">
            <OneMedia locale={locale} item={item} number={index + 1} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OneMedia({ locale, item, number }: { locale: Locale; item: MediaView; number: number }) {
  const { captures, postDetails: words } = messages(locale);
  const { file } = item;
  const name = `${words.kind[item.kind]} ${number}`;
  return (
    <figure>
      {file?.mediaType.startsWith("image/") ? (
        <a href={`/api/artifacts/${file.id}`} target="_blank" rel="noreferrer" className="block">
          <img
            src={`/api/artifacts/${file.id}?w=480`}
            alt={item.altText ?? `${name}. ${words.noAltText}`}
            width={file.width ?? undefined}
            height={file.height ?? undefined}
            loading="lazy"
            decoding="async"
            className="max-h-80 w-full border border-hairline bg-wash object-contain"
          />
        </a>
      ) : (
        <div className="grid aspect-video place-items-center border border-dashed border-edge bg-wash text-ink-faint">
          <Icon name={item.problem ? "slash" : "image"} className="size-8" />
        </div>
      )}
      <figcaption className="mt-1.5 flex flex-col gap-1 text-sm">
        <span className="font-medium">{name}</span>
        <AltText locale={locale} altText={item.altText} />
        {file ? (
          <span className="text-ink-faint">
            <bdi>{formatBytes(locale, file.bytes)}</bdi>
            {file.width && file.height && (
              <>
                {" · "}
                <bdi>{captures.detail.pictureSize(file.width, file.height)}</bdi>
              </>
            )}
            {item.obtained && ` · ${words.obtained[item.obtained]}`}
          </span>
        ) : (
          <span className="text-warn">{item.problem && words.mediaProblem[item.problem]}</span>
        )}
        {file ? (
          <FileLinks locale={locale} file={file} name={name} />
        ) : (
          <bdi dir="ltr" className="font-mono text-[0.92em] break-all text-ink-faint">
            {item.url}
          </bdi>
        )}
      </figcaption>
    </figure>
  );
}

function AltText({ locale, altText }: { locale: Locale; altText: string | null }) {
  const { postDetails: words } = messages(locale);
  if (altText === null) return <span className="text-ink-faint">{words.noAltText}</span>;
  return (
    <span>
      <span className="text-ink-faint">{words.altText}: </span>
      <bdi>{altText}</bdi>
    </span>
  );
}

function FileLinks({ locale, file, name }: { locale: Locale; file: NonNullable<MediaView["file"]>; name: string }) {
  const { postDetails: words } = messages(locale);
  const isFilm = file.mediaType.startsWith("video/");
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      <a
        href={`/api/artifacts/${file.id}${isFilm ? "/watch" : ""}`}
        target="_blank"
        rel="noreferrer"
        className="inline-flex min-h-7 items-center gap-1.5 prose-link"
      >
        <Icon name={isFilm ? "replay" : "expand"} /> {isFilm ? words.watch : words.open}
        <span className="sr-only">: {name}</span>
      </a>
      <a
        href={`/api/artifacts/${file.id}?save=1`}
        className="inline-flex min-h-7 items-center gap-1.5 text-ink-soft hover:underline"
      >
        <Icon name="download" /> {words.save}
        <span className="sr-only">: {name}</span>
      </a>
    </span>
  );
}
