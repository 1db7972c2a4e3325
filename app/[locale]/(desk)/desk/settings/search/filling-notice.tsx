import { Notice } from "#components/ui/notice";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchSettings } from "#lib/services/search/get-search-settings";

type Props = {
  locale: Locale;
  filling: NonNullable<SearchSettings["filling"]>;
  /** Something answers until then. */
  isAnswering: boolean;
};

/** That the chosen engine's index has still to be filled, why, what that means for searches, and how far it is. */
export function FillingNotice({ locale, filling, isAnswering }: Props) {
  const words = messages(locale).searchSettings;
  const { reason, engine, before, done, total } = filling;
  const nameOf = (name: string) => words.engines[name] ?? name;
  return (
    <Notice tone={isAnswering ? "info" : "warn"} title={words.filling.title(nameOf(engine))} className="mt-3">
      <p>
        {reason === "another_engine"
          ? words.filling.anotherEngine(nameOf(engine), nameOf(before))
          : words.filling.why[reason]}{" "}
        {isAnswering ? words.filling.meanwhile : words.filling.nothing} {words.filling.byItself}
      </p>
      {done !== null && (
        <p className="tabular-nums">
          {words.rebuilds.index.progress(formatNumber(locale, done), formatNumber(locale, total))}
        </p>
      )}
    </Notice>
  );
}
