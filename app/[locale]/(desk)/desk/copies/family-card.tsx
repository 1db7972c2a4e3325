import Link from "next/link";
import { Suspense } from "react";
import { FirstAccounts } from "#components/copies/first-accounts";
import { LoudMarks } from "#components/copies/loud-marks";
import { PhrasingCountsLine } from "#components/copies/phrasing-counts";
import { SpreadFacts } from "#components/copies/spread-facts";
import { TimeStrip } from "#components/copies/time-strip";
import { Icon } from "#components/ui/icon";
import { Spinner } from "#components/ui/spinner";
import type { ChosenText, CopyFamily, ExactCounts, PhrasingSpread } from "#lib/core/duplicates/views";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ComparedWordingItem } from "./compared-wording";

type Spreads = Promise<ReadonlyMap<string, PhrasingSpread>>;
type Props = {
  locale: Locale;
  chosen: ChosenText;
  family: CopyFamily;
  spreads: Spreads;
  /** What of the chosen words' own family has exactly these words. */
  exact?: Promise<ExactCounts>;
  cases: { id: string; title: string }[];
  isOpen: boolean;
};

/** One family: its text, who and how many, when; opened, every near wording laid over the chosen text. */
export function FamilyCard({ locale, chosen, family, spreads, exact, cases, isOpen }: Props) {
  const { copies } = messages(locale);
  const { phrasingId, counts, nearest } = family;
  const [first] = nearest;
  if (!first) return null;
  const href =
    phrasingId && `/${locale}/desk/phrasings/${phrasingId}?${new URLSearchParams({ wording: first.wordingId })}`;
  return (
    <article className="group/card flex flex-col gap-3">
      <div className="grid items-start gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          {first.closeness !== "exact" && (
            <p
              dir={textDirection(first.text)}
              className="line-clamp-3 max-w-measure text-start font-serif text-reading wrap-anywhere"
            >
              {first.text}
            </p>
          )}
          {counts ? (
            <PhrasingCountsLine locale={locale} counts={counts} />
          ) : (
            <p className="text-ink-soft">{copies.pending}</p>
          )}
          {exact && first.closeness === "exact" && (
            <Suspense fallback={<Spinner />}>
              <ExactLine locale={locale} exact={exact} />
            </Suspense>
          )}
          {/* Opened, it stands beside the words. */}
          <div className="group-has-[>details[open]]/card:hidden">
            <LoudMarks locale={locale} loud={first.loud} />
          </div>
        </div>
        {phrasingId && (
          <div className="flex min-w-0 flex-col gap-3">
            <Suspense fallback={<Spinner />}>
              <FamilySpread {...{ locale, phrasingId, spreads }} />
            </Suspense>
          </div>
        )}
      </div>
      <details open={isOpen || first.decision !== null} className="group/family">
        <summary className="inline-flex min-h-9 list-none items-center gap-1.5 font-semibold hover:underline [&::-webkit-details-marker]:hidden">
          <Icon name="chevron-down" className="group-open/family:rotate-180" /> {copies.open}
        </summary>
        <div className="mt-3 grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <p className="mb-2 text-sm text-ink-faint">{copies.compareLead}</p>
            <ul>
              {nearest.map((wording) => (
                <ComparedWordingItem key={wording.wordingId} {...{ locale, chosen, wording, cases }} />
              ))}
            </ul>
          </div>
          {phrasingId && (
            <Suspense fallback={<Spinner />}>
              <FamilyAccounts {...{ locale, phrasingId, spreads }} />
            </Suspense>
          )}
        </div>
      </details>
      {href && (
        <Link href={href} prefetch={false} className="prose-link self-start">
          {copies.openPhrasing}
        </Link>
      )}
    </article>
  );
}

async function ExactLine({ locale, exact }: { locale: Locale; exact: Promise<ExactCounts> }) {
  const { copies } = messages(locale);
  const { posts, reposts, accounts } = await exact;
  return (
    <p className="text-base text-ink-soft">
      {copies.exactly(copies.posts(posts), copies.accounts(accounts))}
      {reposts > 0 && ` (${copies.originals(posts - reposts)} · ${copies.reposts(reposts)})`}
    </p>
  );
}

type SpreadProps = { locale: Locale; phrasingId: string; spreads: Spreads };

async function FamilySpread({ locale, phrasingId, spreads }: SpreadProps) {
  const spread = (await spreads).get(phrasingId);
  if (!spread) return <p className="text-sm text-ink-faint">{messages(locale).copies.tooMany}</p>;
  return (
    <>
      <TimeStrip locale={locale} spread={spread} isBare />
      <SpreadFacts locale={locale} spread={spread} />
    </>
  );
}

async function FamilyAccounts({ locale, phrasingId, spreads }: SpreadProps) {
  const spread = (await spreads).get(phrasingId);
  if (!spread) return null;
  return (
    <section>
      <h3 className="mb-1 font-semibold">{messages(locale).copies.who}</h3>
      <FirstAccounts locale={locale} accounts={spread.accounts} />
    </section>
  );
}
