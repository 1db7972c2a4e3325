import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaptureDetail } from "#lib/services/captures/get-capture";
import { CapturePicture } from "./capture-picture";
import { CleanPicture } from "./clean-picture";

type Props = { locale: Locale; capture: CaptureDetail; width: 480 | 960; className?: string };

/** The picture of a post and of the whole page. A tall page shows its top; the whole is one press away. */
export function CapturePictures({ locale, capture, width, className }: Props) {
  const { captures, evidence, platforms } = messages(locale);
  const crop = capture.source.kind === "post" ? ofRole(capture, "post_crop") : undefined;
  const page = ofRole(capture, "screenshot");
  if (!crop && !page) {
    return (
      <p className={cx("flex items-center gap-2 border border-dashed border-edge p-6 text-ink-faint", className)}>
        <Icon name="image" /> {capture.way === "api" ? platforms.api.noPicture : evidence.noPicture}
      </p>
    );
  }
  return (
    <div className={cx("flex flex-col gap-5", className)}>
      {[crop, page].map(
        (picture) =>
          picture && (
            <CapturePicture
              key={picture.id}
              locale={locale}
              picture={picture}
              width={width}
              alt={captures.role[picture.role]}
            />
          ),
      )}
      {width === 960 && <CleanPicture locale={locale} capture={capture} />}
    </div>
  );
}

const ofRole = (capture: CaptureDetail, role: string) => capture.artifacts.find((artifact) => artifact.role === role);
