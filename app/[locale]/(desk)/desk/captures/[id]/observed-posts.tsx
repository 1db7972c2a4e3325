import { CaptureThumb } from "#components/captures/capture-thumb";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ObservationView } from "#lib/services/captures/observation-view";
import { PostWords } from "../post-words";

/** The posts that a capture saw, each with its own picture, in the words it had then. */
export function ObservedPosts({ locale, observations }: { locale: Locale; observations: ObservationView[] }) {
  // A whole column of empty frames would look as if pictures had been lost.
  const hasPictures = observations.some(({ pictureId }) => pictureId !== null);
  return (
    <ul className="border-t border-hairline">
      {observations.map((observation) => (
        <ObservedPost key={observation.id} {...{ locale, observation, hasPictures }} />
      ))}
    </ul>
  );
}

type PostProps = { locale: Locale; observation: ObservationView; hasPictures: boolean };

function ObservedPost({ locale, observation: post, hasPictures }: PostProps) {
  const { evidence } = messages(locale);
  const picture = post.pictureId && { artifactId: post.pictureId, width: null, height: null };
  const thumb = <CaptureThumb picture={picture || null} className="h-20 w-28" />;
  return (
    <li className="flex gap-4 border-b border-hairline py-3">
      {hasPictures &&
        (post.pictureId ? (
          <a href={`/api/artifacts/${post.pictureId}`} target="_blank" rel="noreferrer" aria-label={evidence.seeWhole}>
            {thumb}
          </a>
        ) : (
          thumb
        ))}
      <div className="min-w-0 grow">
        <PostWords locale={locale} post={post} />
      </div>
    </li>
  );
}
