import Link from "next/link";
import { CaptureProofs } from "#components/evidence/capture-proofs";
import { buttonClass } from "#components/ui/button-class";
import { Card } from "#components/ui/card";
import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { findProofFacts } from "#lib/services/verify/find-proof-facts";
import { CheckNow } from "./check-now";

/** What proves the capture unchanged, as it stands now; checking it, and taking it away with its proofs. */
export async function ProofSection({ locale, captureId }: { locale: Locale; captureId: string }) {
  const { byHand, evidence } = messages(locale);
  const facts = await findProofFacts([captureId]);
  return (
    <Card title={evidence.proofs}>
      <CaptureProofs locale={locale} captures={Object.values(facts)} group={captureId} className="mb-4" />
      <div className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <a href={`/api/captures/${captureId}/bundle`} download className={buttonClass("secondary", "sm")}>
          <Icon name="download" /> {byHand.save}
        </a>
        <Link href={`/${locale}/verify-by-hand`} prefetch={false} className="prose-link text-sm">
          {byHand.how}
        </Link>
      </div>
      <CheckNow locale={locale} captureId={captureId} />
    </Card>
  );
}
