import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaptureDetail } from "#lib/services/captures/get-capture";
import { CapturePicture } from "./capture-picture";

/**
 * The page once more without its consent bar, after the picture as it was, with what was hidden for it in words.
 * Nothing where the capture has no such picture.
 */
export function CleanPicture({ locale, capture }: { locale: Locale; capture: CaptureDetail }) {
  const { captures } = messages(locale);
  const { withoutBars } = captures;
  const picture = capture.artifacts.find(({ role }) => role === "screenshot_clean");
  if (!picture) return null;
  return (
    <div className="border-t border-hairline pt-4">
      <p className="mb-2 flex max-w-measure gap-1.5 text-sm text-ink-soft">
        <Icon name="info" className="mt-0.5 shrink-0" />
        <span>
          {withoutBars.lead} {capture.hidden ? withoutBars.listed : withoutBars.notListed}
        </span>
      </p>
      {capture.hidden && (
        <ul className="mb-3 flex max-w-measure flex-col gap-1.5 text-sm">
          {capture.hidden.map((part) => (
            <li key={`${part.selector} ${part.text}`} className="border-s border-hairline ps-3">
              <span className="font-semibold">{withoutBars.reason[part.reason]}</span>
              {part.text && (
                <>
                  {": "}
                  <bdi className="text-ink-soft">{part.text}</bdi>
                </>
              )}
              <span className="block text-ink-faint">
                <bdi dir="ltr" className="font-mono text-[0.92em] wrap-anywhere">
                  {part.selector}
                </bdi>
                {part.width > 0 && (
                  <>
                    {" · "}
                    <bdi>{captures.detail.pictureSize(part.width, part.height)}</bdi>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <CapturePicture locale={locale} picture={picture} width={960} alt={captures.role.screenshot_clean} />
    </div>
  );
}
