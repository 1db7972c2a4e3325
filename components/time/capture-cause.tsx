import type { CaptureCause as Cause } from "#lib/core/captures/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; cause: Cause; requestedBy: string; isSentence?: boolean };

/** Who asked for a capture, and whether a schedule ran it. */
export function CaptureCause({ locale, cause, requestedBy, isSentence }: Props) {
  const { captures, time } = messages(locale);
  return (
    <>
      {isSentence ? time.askedFor : captures.askedBy} <bdi>{requestedBy}</bdi>
      {cause.cause === "schedule" && time.runBySchedule(cause.recheckStep)}
    </>
  );
}
