import { Card } from "#components/ui/card";
import { Mark } from "#components/ui/mark";
import { Progress } from "#components/ui/progress";
import { Time } from "#components/ui/time";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchSettings } from "#lib/services/search/get-search-settings";
import { reindexAction } from "./actions";
import { ChangeButton } from "./change-button";
import { KeepFresh } from "./keep-fresh";

type Rebuild = NonNullable<SearchSettings["rebuild"]>;

/** The newest rebuild of the index, how far it is, and the way to ask for one. */
export function RebuildState({ locale, rebuild }: { locale: Locale; rebuild: SearchSettings["rebuild"] }) {
  const words = messages(locale).searchSettings;
  return (
    <Card title={words.rebuildTitle}>
      <p className="max-w-measure text-base text-ink-soft">{words.rebuildLead}</p>
      <div className="my-4" aria-live="polite">
        {rebuild && <RebuildLine locale={locale} rebuild={rebuild} />}
      </div>
      <ChangeButton
        locale={locale}
        label={words.rebuild}
        done={words.asked}
        disabled={rebuild?.isUnderWay}
        action={reindexAction}
      />
      {rebuild?.isUnderWay && <KeepFresh />}
    </Card>
  );
}

const TONES = { queued: "info", running: "info", finished: "good", failed: "bad" } as const;

function RebuildLine({ locale, rebuild }: { locale: Locale; rebuild: Rebuild }) {
  const words = messages(locale).searchSettings;
  const { state, isUnderWay, done, total, problem, askedBy, askedAt, finishedAt } = rebuild;
  const isLost = state === "running" && !isUnderWay;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-base">
        <Mark tone={isLost ? "warn" : TONES[state]}>{words.state[state]}</Mark>
        <span>
          <Time locale={locale} at={finishedAt ?? askedAt} />
          {" · "}
          {words.askedBy(askedBy)}
        </span>
        {state === "finished" && <span className="text-ink-faint">{words.documents(done)}</span>}
      </p>
      {isLost && <p className="text-base text-warn">{words.state.lost}</p>}
      {state === "running" && isUnderWay && total !== null && (
        <RebuildProgress locale={locale} done={done} total={total} />
      )}
      {problem && (
        <bdi dir="ltr" className="block font-mono text-sm text-bad wrap-anywhere">
          {problem}
        </bdi>
      )}
    </>
  );
}

function RebuildProgress({ locale, done, total }: { locale: Locale; done: number; total: number }) {
  const words = messages(locale).searchSettings;
  const isRead = total > 0 && done >= total;
  const text = isRead ? words.finishing : words.progress(formatNumber(locale, done), formatNumber(locale, total));
  return (
    <div className="mt-2 max-w-measure">
      <p className="text-sm text-ink-faint tabular-nums">{text}</p>
      <Progress label={words.rebuilding} value={done} max={total} valueText={text} />
    </div>
  );
}
