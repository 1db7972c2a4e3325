import { FoldedCard } from "#components/ui/folded-card";
import { Hash } from "#components/ui/hash";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CustodyLine } from "#lib/services/captures/get-capture";

/** The lines of the custody log that are about this capture. */
export function CustodyLog({ locale, lines, lead }: { locale: Locale; lines: CustodyLine[]; lead?: string }) {
  const { captures, evidence, time } = messages(locale);
  const { detail } = captures;
  return (
    <FoldedCard title={detail.custody} aside={detail.lineCount(lines.length)}>
      <p className="mb-3 max-w-measure text-sm text-ink-soft">{lead ?? detail.custodyLead}</p>
      <ol className="border-t border-hairline">
        {lines.map((line) => (
          <li
            key={line.seq}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-hairline py-2 text-base"
          >
            <bdi dir="ltr" className="min-w-10 font-mono text-sm text-ink-faint">
              #{line.seq}
            </bdi>
            <span className="font-semibold">{captures.custody[line.action] ?? line.action}</span>
            <span>
              {detail.by} <bdi>{line.actorName}</bdi>
            </span>
            {isScheduled(line.details) && (
              <span className="text-ink-soft">
                {time.askedFor} <bdi>{line.details.requestedBy.name}</bdi>
                {time.runBySchedule(line.details.step)}
              </span>
            )}
            <Time locale={locale} at={line.at} className="text-ink-faint" />
            <Hash
              value={line.hash}
              short
              copy={{ label: evidence.copyHash, copiedLabel: evidence.hashCopied }}
              className="text-sm text-ink-faint"
            />
          </li>
        ))}
      </ol>
    </FoldedCard>
  );
}

type Scheduled = { cause: "schedule"; step: string | null; requestedBy: { name: string } };

/** A line that recordCapture wrote for a planned look. */
function isScheduled(details: unknown): details is Scheduled {
  return (details as Partial<Scheduled> | null)?.cause === "schedule";
}
