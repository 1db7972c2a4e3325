import { waysNeeded } from "#lib/core/platforms/ways-needed";
import type { Locale } from "#lib/i18n/locales";
import type { Actor } from "#lib/permissions/actor";
import { may } from "#lib/permissions/may";
import type { CaptureDetail } from "#lib/services/captures/get-capture";
import { findWaysIn } from "#lib/services/platforms/list-ways";
import { WaysIn } from "./ways-in";

/** The other ways into the capture's source, where there are any: told at once when a wall stood there. */
export async function OtherWays({ locale, user, capture }: { locale: Locale; user: Actor; capture: CaptureDetail }) {
  const ways = may(user, "sources.submit") ? await findWaysIn(user, capture.source) : null;
  if (!ways) return null;
  return (
    <WaysIn
      locale={locale}
      ways={ways}
      sourceId={capture.source.id}
      isWalled={waysNeeded(capture)}
      isPending={capture.pendingRequestId !== null}
      mayManage={may(user, "platforms.manage")}
    />
  );
}
