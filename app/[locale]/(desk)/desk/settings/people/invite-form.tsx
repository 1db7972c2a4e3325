"use client";

import { FormProblem } from "#components/people/form-problem";
import { useFormAction } from "#components/people/use-form-action";
import { Button } from "#components/ui/button";
import { CopyButton } from "#components/ui/copy-button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { Notice } from "#components/ui/notice";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { fieldProblem, peopleWords } from "#lib/i18n/people-words";
import { type InviteState, inviteAction, type NewLink } from "./actions";

const ROLES = ["editor", "publisher", "admin"] as const;

/** Makes a one-time link and shows it once. */
export function InviteForm({ locale }: { locale: Locale }) {
  const [state, act, pending] = useFormAction<NonNullable<InviteState>>(inviteAction, (result, typed) => ({
    result,
    email: typed("email"),
    role: typed("role"),
  }));
  const { manage, role: roleNames } = peopleWords(locale);
  const words = manage.invite;
  const problem = state && !state.result.ok ? state.result.error : undefined;
  return (
    <div className="flex flex-col gap-5">
      <FormProblem locale={locale} problem={problem} />
      <form action={act} className="flex max-w-3xl flex-wrap items-start gap-4">
        <input type="hidden" name="locale" value={locale} />
        <Field
          label={words.email}
          name="email"
          error={fieldProblem(locale, problem, "email")}
          className="min-w-0 grow basis-64"
        >
          <Input
            key={problem ? state?.email : "new"}
            type="email"
            name="email"
            defaultValue={problem ? state?.email : ""}
            autoComplete="off"
            dir="ltr"
            required
          />
        </Field>
        <Field label={words.role} name="role" className="basis-40">
          <NativeSelect key={problem ? state?.role : "new"} name="role" defaultValue={problem ? state?.role : "editor"}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <div className="flex flex-col gap-1.5">
          {/* As high as the labels beside it, in either language. */}
          <span aria-hidden="true" className="text-sm">
            {"\u00a0"}
          </span>
          <Button type="submit" variant="primary" icon="link" busy={pending}>
            {words.submit}
          </Button>
        </div>
      </form>
      {state?.result.ok && <LinkOnce locale={locale} link={state.result.data} />}
    </div>
  );
}

function LinkOnce({ locale, link }: { locale: Locale; link: NewLink }) {
  const { invite, open } = peopleWords(locale).manage;
  return (
    <Notice tone="good" title={invite.ready} live>
      <p className="text-ink-soft">{invite.onlyNow}</p>
      <div className="my-3 flex items-center gap-1 border border-edge bg-paper ps-3">
        <output
          aria-label={invite.linkLabel}
          dir="ltr"
          className="min-w-0 grow py-2 font-mono text-sm break-all select-all"
        >
          {link.url}
        </output>
        <CopyButton value={link.url} label={invite.copy} copiedLabel={invite.copied} className="size-11" />
      </div>
      <p className="text-sm text-ink-faint">
        {invite.readyFor} <bdi className="font-medium text-ink">{link.email}</bdi> · {open.until}{" "}
        <Time locale={locale} at={link.expiresAt} />
      </p>
    </Notice>
  );
}
