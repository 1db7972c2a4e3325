import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotMedia, SnapshotPost } from "#lib/schemas/case-snapshot";

/** The originals of a post's pictures, small, with their author's descriptions; films are a link to where they may play. */
export function PostMedia({ post: { media = [] }, locale }: { post: SnapshotPost; locale: Locale }) {
  if (media.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-3 pt-1">
      {media.map((item, index) => (
        <li key={item.artifactId} className="max-w-60 text-sm">
          <OneMedia item={item} number={index + 1} locale={locale} />
        </li>
      ))}
    </ul>
  );
}

function OneMedia({ item, number, locale }: { item: SnapshotMedia; number: number; locale: Locale }) {
  const { postDetails: words } = messages(locale);
  const name = `${words.kind[item.kind]} ${number}`;
  if (!item.mediaType.startsWith("image/")) {
    return (
      <a className="prose-link" href={`/api/artifacts/${item.artifactId}/watch`} rel="nofollow">
        {name}: {words.watch}
      </a>
    );
  }
  return (
    <figure>
      <a href={`/api/artifacts/${item.artifactId}`} rel="nofollow">
        <img
          src={`/api/artifacts/${item.artifactId}?w=480`}
          alt={item.altText ?? `${name}. ${words.noAltText}`}
          width={item.width ?? undefined}
          height={item.height ?? undefined}
          loading="lazy"
          decoding="async"
          className="h-auto max-h-60 w-auto border border-hairline"
        />
      </a>
      {item.altText ? (
        <figcaption className="mt-1 text-ink-soft">
          {words.altText}: <bdi>{item.altText}</bdi>
        </figcaption>
      ) : null}
    </figure>
  );
}
