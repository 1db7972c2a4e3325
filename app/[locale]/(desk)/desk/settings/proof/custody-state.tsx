import { LogBreak } from "#components/proof/log-break";
import { Card } from "#components/ui/card";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ProofSettings } from "#lib/services/proof/get-proof-settings";

/** How far the custody log is signed and dated, or that it does not hold. */
export function CustodyState({ locale, log }: { locale: Locale; log: ProofSettings["log"] }) {
  const words = messages(locale).proof.settings;
  const { signed, broken } = log;
  return (
    <Card title={words.logTitle}>
      {broken && <LogBreak locale={locale} broken={broken} />}
      <p className="mt-2 text-base">
        {signed ? (
          <>
            {words.logSigned(signed.seq)} · <Time locale={locale} at={signed.at} /> · {words.logDated(signed.tokens)}
          </>
        ) : (
          words.logUnsigned
        )}
      </p>
    </Card>
  );
}
