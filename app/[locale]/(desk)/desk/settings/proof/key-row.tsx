import { Hash } from "#components/ui/hash";
import { Mark } from "#components/ui/mark";
import { Notice } from "#components/ui/notice";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ProofSettings } from "#lib/services/proof/get-proof-settings";
import { RotateKey } from "./rotate-key";

type Props = { locale: Locale; entry: ProofSettings["keys"][number] };

/** A key: what it signs, since when, its fingerprint; one in use can be rotated. */
export function KeyRow({ locale, entry }: Props) {
  const { proof, common } = messages(locale);
  const { settings } = proof;
  const isInService = entry.retiredAt === null;
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-hairline py-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={isInService ? "font-semibold" : "text-ink-soft"}>{proof.purpose[entry.purpose]}</span>
          {isInService ? <Mark tone="good">{proof.inService}</Mark> : <Mark>{proof.retired}</Mark>}
        </p>
        <p className="text-sm">
          <Hash value={entry.fingerprint} copy={{ label: proof.copy, copiedLabel: proof.copied }} />
        </p>
        <p className="text-sm text-ink-faint">
          <bdi>{entry.algorithm}</bdi> · {proof.since} <Time locale={locale} at={entry.createdAt} />
          {entry.retiredAt && (
            <>
              {" · "}
              {proof.until} <Time locale={locale} at={entry.retiredAt} />
            </>
          )}
        </p>
      </div>
      {isInService && (
        <RotateKey
          locale={locale}
          purpose={entry.purpose}
          words={{
            rotate: settings.rotate,
            question: settings.rotateQuestion,
            consequence: settings.rotateConsequence,
            done: settings.rotateDone,
            cancel: common.actions.cancel,
          }}
        />
      )}
      {entry.isMissing && (
        <Notice tone="bad" className="sm:col-span-2">
          {settings.missing}
        </Notice>
      )}
    </li>
  );
}
