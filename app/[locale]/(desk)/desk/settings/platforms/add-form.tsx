"use client";

import { useState } from "react";
import { FormProblem } from "#components/people/form-problem";
import { useFormAction } from "#components/people/use-form-action";
import { Button } from "#components/ui/button";
import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { Notice } from "#components/ui/notice";
import { Textarea } from "#components/ui/textarea";
import { CREDENTIAL_KINDS, type CredentialKind } from "#lib/core/platforms/access";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type AddState, addCredentialAction } from "./actions";

type Props = { locale: Locale; hasDemo: boolean };

/** What kind of access, what it is called, and the secret, which is forgotten by the page as soon as it is sent. */
export function AddForm({ locale, hasDemo }: Props) {
  const [state, act, pending] = useFormAction<NonNullable<AddState>>(addCredentialAction, (result, typed) => ({
    result,
    kind: typed("kind"),
    platform: typed("platform"),
    label: typed("label"),
  }));
  const [kind, setKind] = useState<CredentialKind>("bearer_token");
  const { platforms, evidence } = messages(locale);
  const words = platforms.settings;
  const refused = state && !state.result.ok ? state : undefined;
  const problem = refused && !refused.result.ok ? refused.result.error : undefined;
  const fields = (problem?.details.fields ?? {}) as Record<string, string>;
  const errorOf = (field: string) => {
    const code = fields[field];
    return code === undefined ? null : (words.problem[code] ?? words.problem.other);
  };
  const isCookies = kind === "session_cookies";
  return (
    <form action={act} className="flex max-w-3xl flex-col gap-5">
      <FormProblem locale={locale} problem={problem} />
      {state?.result.ok && (
        <Notice key={state.result.data.id} tone="good" live>
          {words.saved}
        </Notice>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.kind} name="kind" error={errorOf("kind")}>
          {/* React empties a form that was sent, and leaves a select showing another choice than it holds. */}
          <NativeSelect
            key={pending ? "sent" : "open"}
            name="kind"
            value={kind}
            onChange={(event) => setKind(event.target.value === "session_cookies" ? "session_cookies" : "bearer_token")}
          >
            {CREDENTIAL_KINDS.map((one) => (
              <option key={one} value={one}>
                {words.kinds[one]}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Field label={words.platform} name="platform">
          <NativeSelect name="platform" key={kind} defaultValue="x">
            <option value="x">{evidence.platform.x}</option>
            {hasDemo && isCookies && <option value="demo_square">{evidence.platform.demo_square}</option>}
          </NativeSelect>
        </Field>
      </div>
      <Field label={words.label} name="label" hint={words.labelHint} error={errorOf("label")}>
        <Input
          key={refused?.label ?? "new"}
          name="label"
          dir="auto"
          maxLength={60}
          autoComplete="off"
          defaultValue={refused?.label ?? ""}
          required
        />
      </Field>
      {isCookies && (
        <Notice tone="warn" title={words.risksTitle}>
          <ul className="mt-1 list-disc space-y-1 ps-5 text-ink-soft">
            {words.risks.map((risk) => (
              <li key={risk}>{risk}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Field
        label={isCookies ? words.cookies : words.token}
        name="secret"
        hint={isCookies ? words.cookiesHint : words.tokenHint}
        error={errorOf("secret")}
      >
        {isCookies ? (
          <Textarea
            name="secret"
            dir="ltr"
            rows={6}
            spellCheck={false}
            autoComplete="off"
            className="font-mono text-sm break-all"
            required
          />
        ) : (
          <Input name="secret" type="password" dir="ltr" autoComplete="off" spellCheck={false} required />
        )}
      </Field>
      {isCookies && (
        <div>
          <Checkbox name="understood" label={words.understood} required />
          {errorOf("understood") && (
            <p role="alert" className="text-sm font-medium text-bad">
              {errorOf("understood")}
            </p>
          )}
        </div>
      )}
      <Button type="submit" variant="primary" icon="lock" busy={pending} className="self-start">
        {words.save}
      </Button>
    </form>
  );
}
