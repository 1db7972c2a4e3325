"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { isSlug } from "#lib/core/cases/slug";
import type { ErrorCode } from "#lib/errors";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { createCaseAction } from "../actions";

type Problems = { title?: string; slug?: string; form?: ErrorCode };

/** Starts a case file: a title in one language is enough. */
export function NewCaseForm({ locale }: { locale: Locale }) {
  const { cases, common, errors } = messages(locale);
  const words = cases.create;
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problems>({});

  async function begin(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? "").trim();
    const [en, ar, slug] = [read("titleEn"), read("titleAr"), read("slug")];
    const found: Problems = {};
    if (!en && !ar) found.title = words.needTitle;
    if (slug && !isSlug(slug)) found.slug = words.slugWrong;
    setProblems(found);
    if (found.title || found.slug) return;
    setBusy(true);
    const wish = { title: { en, ar }, slug: slug || undefined, isSample: form.has("isSample") };
    // Rejects when the server is away: what was typed stays.
    const result = await createCaseAction(wish).catch(() => null);
    if (result?.ok) return router.push(`/${locale}/desk/cases/${result.data.id}`);
    setBusy(false);
    const code = result?.error.code ?? "not_reached";
    setProblems(code === "slug_taken" ? { slug: errors.slug_taken } : { form: code });
  }

  const title = { ar: { name: "titleAr", label: words.titleAr }, en: { name: "titleEn", label: words.titleEn } };
  const order = locale === "ar" ? (["ar", "en"] as const) : (["en", "ar"] as const);
  return (
    <form onSubmit={begin} noValidate className="flex max-w-measure flex-col gap-5">
      {problems.form && <Notice tone="bad" live title={errors[problems.form]} />}
      {order.map((each, i) => (
        <Field key={each} label={title[each].label} error={i === 0 ? problems.title : undefined}>
          <Input name={title[each].name} lang={each} dir={each === "ar" ? "rtl" : "ltr"} maxLength={400} />
        </Field>
      ))}
      <Field label={words.slug} hint={words.slugHint} error={problems.slug}>
        <Input name="slug" dir="ltr" className="font-mono" maxLength={80} spellCheck={false} autoCapitalize="none" />
      </Field>
      <Checkbox name="isSample" label={words.sample} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={busy}>
          {words.submit}
        </Button>
        <LinkButton href={`/${locale}/desk/cases`} variant="quiet">
          {common.actions.cancel}
        </LinkButton>
      </div>
    </form>
  );
}
