import { Icon } from "#components/ui/icon";
import { Time } from "#components/ui/time";
import type { RestingHost } from "#lib/core/captures/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Sites that are left alone for a while, beside the captures that wait for them. */
export function RestingHosts({ locale, hosts }: { locale: Locale; hosts: RestingHost[] }) {
  const { home } = messages(locale);
  if (hosts.length === 0) return null;
  return (
    <ul aria-label={home.resting.title} className="mb-3 flex flex-col gap-1.5 border-s-3 border-warn ps-3 text-sm">
      {hosts.map(({ host, refusals, until }) => (
        <li key={host} className="flex items-start gap-2">
          <Icon name="clock" className="mt-0.5 text-warn" />
          <p className="min-w-0">
            <bdi dir="ltr" className="font-semibold break-words">
              {host}
            </bdi>{" "}
            {home.resting.until} <Time locale={locale} at={until} /> {home.resting.because(refusals)}
          </p>
        </li>
      ))}
    </ul>
  );
}
