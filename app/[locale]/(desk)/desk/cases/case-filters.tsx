import Link from "next/link";
import { Button } from "#components/ui/button";
import { cx } from "#components/ui/cx";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import type { CaseStatus } from "#lib/core/cases/types";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseList } from "#lib/services/cases/list-cases";
import { caseListHref } from "./case-list-href";

const STATUSES: CaseStatus[] = ["draft", "in_review", "published", "retracted"];

/** Filters of the list: links and a plain form, so that the URL says what is shown. */
export function CaseFilters({ locale, list }: { locale: Locale; list: CaseList }) {
  const { cases } = messages(locale);
  const { q, status, sort } = list.query;
  const all = Object.values(list.counts).reduce((sum, count) => sum + count, 0);
  const tab = (value: CaseStatus | null, label: string, count: number) => (
    <Link
      key={label}
      href={caseListHref(locale, { ...list.query, status: value, page: 1 })}
      aria-current={status === value ? "page" : undefined}
      className={cx(
        "-mb-px inline-flex min-h-10 shrink-0 items-center gap-1.5 border-b-2 text-base",
        status === value
          ? "border-stamp font-semibold text-ink"
          : "border-transparent text-ink-soft hover:border-edge hover:text-ink",
      )}
    >
      {label} <span className="text-sm font-normal text-ink-faint tabular-nums">{count}</span>
    </Link>
  );
  return (
    <div className="mb-2">
      <nav aria-label={cases.list.filters} className="flex gap-5 overflow-x-auto border-b border-hairline">
        {tab(null, cases.list.all, all)}
        {STATUSES.map((value) => tab(value, cases.status[value], list.counts[value]))}
      </nav>
      <form action={`/${locale}/desk/cases`} className="flex flex-wrap items-end gap-2 py-4">
        {status && <input type="hidden" name="status" value={status} />}
        <Field label={cases.list.search} hideLabel className="min-w-48 grow basis-64">
          <Input type="search" name="q" defaultValue={q} dir="auto" placeholder={cases.list.search} />
        </Field>
        <Field label={cases.list.sort} hideLabel className="w-44">
          <NativeSelect name="sort" defaultValue={sort}>
            {(["updated", "created", "slug"] as const).map((value) => (
              <option key={value} value={value}>
                {cases.list.sorts[value]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Button type="submit">{cases.list.apply}</Button>
      </form>
    </div>
  );
}
