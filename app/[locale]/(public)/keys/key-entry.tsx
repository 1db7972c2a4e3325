import { Hash } from "#components/ui/hash";
import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ListedKey } from "#lib/services/keys/list-keys";

/** One key: what it signs, its years of service, and itself. */
export function KeyEntry({ locale, entry }: { locale: Locale; entry: ListedKey }) {
  const words = messages(locale).proof;
  const { purpose, algorithm, fingerprint, publicKeyPem, createdAt, retiredAt } = entry;
  return (
    <li className="border-b border-hairline py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold">{words.purpose[purpose]}</span>
        {retiredAt ? <Mark>{words.retired}</Mark> : <Mark tone="good">{words.inService}</Mark>}
      </p>
      <dl className="mt-2 grid gap-x-5 gap-y-1 text-base sm:grid-cols-[max-content_1fr]">
        <dt className="text-ink-faint">{words.fingerprint}</dt>
        <dd>
          <Hash value={fingerprint} />
        </dd>
        <dt className="text-ink-faint">{words.algorithm}</dt>
        <dd>
          <bdi>{algorithm}</bdi>
        </dd>
        <dt className="text-ink-faint">{words.since}</dt>
        <dd>
          <Time locale={locale} at={createdAt} />
        </dd>
        {retiredAt && (
          <>
            <dt className="text-ink-faint">{words.until}</dt>
            <dd>
              <Time locale={locale} at={retiredAt} />
            </dd>
          </>
        )}
      </dl>
      <details className="mt-2">
        <summary className="cursor-pointer py-1 text-sm underline underline-offset-4">{words.publicKey}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <pre dir="ltr" tabIndex={0} className="mt-1 overflow-x-auto bg-wash p-3 font-mono text-xs leading-relaxed">
          {publicKeyPem}
        </pre>
      </details>
    </li>
  );
}
