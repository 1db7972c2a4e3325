import { Card } from "#components/ui/card";
import { Mark } from "#components/ui/mark";
import { Progress } from "#components/ui/progress";
import { Time } from "#components/ui/time";
import type { ActionResult } from "#lib/http";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { RebuildView } from "#lib/services/search/get-search-settings";
import { ChangeButton } from "./change-button";
import { KeepFresh } from "./keep-fresh";

type Props = {
  locale: Locale;
  rebuild: RebuildView | null;
  of: "index" | "phrasings";
  action: () => Promise<ActionResult<null>>;
};

/** The newest rebuild of the index or of the phrasings, how far it is, and the way to ask for one. */
export function RebuildState({ locale, rebuild, of, action }: Props) {
  const words = messages(locale).searchSettings.rebuilds[of];
  return (
    <Card title={words.title}>
      <p className="max-w-measure text-base text-ink-soft">{words.lead}</p>
      <div className="my-4" aria-live="polite">
        {rebuild && <RebuildLine locale={locale} rebuild={rebuild} of={of} />}
      </div>
      <ChangeButton
        locale={locale}
        label={words.button}
        done={words.asked}
        disabled={rebuild?.isUnderWay}
        action={action}
      />
      {rebuild?.isUnderWay && <KeepFresh />}
    </Card>
  );
}

const TONES = { queued: "info", running: "info", finished: "good", failed: "bad" } as const;

function RebuildLine({ locale, rebuild, of }: { locale: Locale; rebuild: RebuildView; of: Props["of"] }) {
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
        {state === "finished" && <span className="text-ink-faint">{words.rebuilds[of].done(done)}</span>}
      </p>
      {rebuild.differences !== null && (
        <p className="text-base text-ink-soft">{words.differences(rebuild.differences)}</p>
      )}
      {isLost && <p className="text-base text-warn">{words.state.lost}</p>}
      {state === "running" && isUnderWay && total !== null && (
        <RebuildProgress locale={locale} done={done} total={total} of={of} />
      )}
      {problem && (
        <bdi dir="ltr" className="block font-mono text-sm text-bad wrap-anywhere">
          {problem}
        </bdi>
      )}
    </>
  );
}

type ProgressProps = { locale: Locale; done: number; total: number; of: Props["of"] };

function RebuildProgress({ locale, done, total, of }: ProgressProps) {
  const words = messages(locale).searchSettings.rebuilds[of];
  const isRead = total > 0 && done >= total;
  const text = isRead ? words.finishing : words.progress(formatNumber(locale, done), formatNumber(locale, total));
  return (
    <div className="mt-2 max-w-measure">
      <p className="text-sm text-ink-faint tabular-nums">{text}</p>
      <Progress label={words.rebuilding} value={done} max={total} valueText={text} />
    </div>
  );
}
