import Link from "next/link";
import { Button } from "#components/ui/button";
import { cx } from "#components/ui/cx";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { CAPTURE_FILTER_VALUES, type CaptureQuery } from "#lib/schemas/capture-query";
import type { CaptureList } from "#lib/services/captures/list-captures";
import { captureListHref } from "./capture-href";

type Props = { locale: Locale; query: CaptureQuery; outcomes: CaptureList["outcomes"] };

/** Filters of the list: links for what captures hold, a plain form for the rest; the address says what is shown. */
export function CaptureFilters({ locale, query, outcomes }: Props) {
  const { captures, common } = messages(locale);
  const { filter } = captures;
  const all = outcomes.reduce((sum, { count }) => sum + count, 0);
  const chosen = query.outcome.length === 1 ? query.outcome[0] : undefined;
  const tab = (key: string, label: string, count: number, outcome: CaptureQuery["outcome"], isCurrent: boolean) => (
    <Link
      key={key}
      href={captureListHref(locale, { ...query, outcome, page: 1 })}
      aria-current={isCurrent ? "page" : undefined}
      className={cx(
        "-mb-px inline-flex min-h-10 shrink-0 items-center gap-1.5 border-b-2 text-base",
        isCurrent
          ? "border-stamp font-semibold text-ink"
          : "border-transparent text-ink-soft hover:border-edge hover:text-ink",
      )}
    >
      {label} <span className="text-sm font-normal text-ink-faint tabular-nums">{count}</span>
    </Link>
  );
  return (
    <div className="mb-3">
      <nav aria-label={filter.outcome} className="flex gap-5 overflow-x-auto border-b border-hairline">
        {tab("all", filter.any, all, [], query.outcome.length === 0)}
        {outcomes.map(({ outcome, count }) =>
          tab(outcome, common.outcome[outcome], count, [outcome], chosen === outcome),
        )}
      </nav>
      <form
        action={`/${locale}/desk/captures`}
        aria-label={filter.label}
        className="flex flex-wrap items-end gap-2 pt-3"
      >
        {query.outcome.map((outcome) => (
          <input key={outcome} type="hidden" name="outcome" value={outcome} />
        ))}
        <Field label={filter.search} hideLabel className="min-w-48 grow basis-64">
          <Input type="search" name="q" defaultValue={query.q} dir="auto" placeholder={filter.search} />
        </Field>
        <Choice
          name="kind"
          label={filter.kind}
          value={query.kind}
          any={filter.any}
          options={CAPTURE_FILTER_VALUES.kind.map((kind) => [kind, common.sourceKind[kind]])}
        />
        <Choice
          name="platform"
          label={filter.platform}
          value={query.platform}
          any={filter.any}
          options={CAPTURE_FILTER_VALUES.platform.map((id) => [id, messages(locale).evidence.platform[id]])}
        />
        <Choice
          name="cause"
          label={filter.cause}
          value={query.cause}
          any={filter.any}
          options={CAPTURE_FILTER_VALUES.cause.map((cause) => [cause, filter.causes[cause]])}
        />
        <Choice
          name="changed"
          label={filter.changed}
          value={query.changed ? "1" : undefined}
          any={filter.any}
          options={[["1", filter.changedOnly]]}
        />
        <Field label={filter.sort} hideLabel className="w-40">
          <NativeSelect name="sort" defaultValue={query.sort}>
            <option value="newest">{filter.newest}</option>
            <option value="oldest">{filter.oldest}</option>
          </NativeSelect>
        </Field>
        <Button type="submit">{filter.apply}</Button>
      </form>
    </div>
  );
}

type ChoiceProps = { name: string; label: string; value?: string; any: string; options: [string, string][] };

function Choice({ name, label, value = "", any, options }: ChoiceProps) {
  return (
    <Field label={label} hideLabel className="w-36">
      <NativeSelect name={name} defaultValue={value}>
        <option value="">
          {label}: {any}
        </option>
        {options.map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}
