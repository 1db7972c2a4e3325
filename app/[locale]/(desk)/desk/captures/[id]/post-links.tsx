import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaptureDetail } from "#lib/services/captures/get-capture";
import { type ObservationView, versionsOf } from "#lib/services/captures/observation-view";
import { CaptureLink } from "./capture-link";

type Props = { locale: Locale; capture: CaptureDetail };

/** A post that this one quotes or answers: its address and what the archive has of it. None of its words stand here. */
export function LinkedPostLine({ locale, capture, url }: Props & { url: string }) {
  const known = capture.linked.find((one) => one.url === url);
  return (
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
        {url}
      </bdi>
      <CaptureLink
        locale={locale}
        url={url}
        captureId={known?.captureId ?? null}
        isPending={known?.isPending ?? false}
        caseFileId={capture.submission?.caseFile?.id}
      />
    </span>
  );
}

/** All versions of an edited post, oldest first. */
export function VersionLines({ locale, capture, post }: Props & { post: ObservationView }) {
  const { postDetails } = messages(locale);
  return (
    <ol className="flex flex-col gap-1.5">
      {versionsOf(post).map(({ id, url }, index) => (
        <li key={id}>
          <span className="me-2 text-ink-soft">{postDetails.version(index + 1)}</span>
          {id === post.platformId ? (
            <>
              <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
                {id}
              </bdi>{" "}
              <span className="text-ink-faint">({postDetails.thisVersion})</span>
            </>
          ) : (
            <LinkedPostLine locale={locale} capture={capture} url={url} />
          )}
        </li>
      ))}
    </ol>
  );
}
