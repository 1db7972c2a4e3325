import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ListedAuthority } from "#lib/services/proof/get-proof-settings";

/** A timestamp authority: how many tokens it gave, what waits for it, and what went wrong last. */
export function AuthorityRow({ locale, entry }: { locale: Locale; entry: ListedAuthority }) {
  const { proof } = messages(locale);
  const words = proof.settings;
  const { problem } = entry;
  return (
    <li className="border-b border-hairline py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <bdi dir="ltr" className="font-semibold break-all">
          {entry.authority}
        </bdi>
        {entry.isLocal && <Mark tone="warn">{words.local}</Mark>}
        {!entry.isInSettings && <Mark>{words.removed}</Mark>}
        {entry.pending > 0 && <Mark tone="warn">{words.pending(entry.pending)}</Mark>}
        {entry.abandoned > 0 && <Mark>{words.abandoned(entry.abandoned)}</Mark>}
      </p>
      <p className="text-sm text-ink-faint">
        {entry.lastStampedAt ? (
          <>
            {words.granted(entry.granted)} · {words.lastToken} <Time locale={locale} at={entry.lastStampedAt} />
          </>
        ) : (
          words.noToken
        )}
      </p>
      {problem && (
        <p className="mt-1 text-sm text-bad">
          {words.problem}: {proof.problem[problem.code] ?? problem.code}
          {problem.detail && (
            <>
              {" "}
              <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
                ({problem.detail})
              </bdi>
            </>
          )}
          {entry.nextTryAt && (
            <span className="text-ink-faint">
              {" · "}
              {words.nextTry} <Time locale={locale} at={entry.nextTryAt} />
            </span>
          )}
        </p>
      )}
    </li>
  );
}
