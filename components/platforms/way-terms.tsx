"use client";

import { Checkbox } from "#components/ui/checkbox";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import type { WaysIn } from "#lib/core/platforms/ways-in";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { MAX_API_POSTS, MIN_API_POSTS } from "#lib/schemas/request-options";
import { costOf, type DraftProblem, readMaxPosts, type WayDraft } from "./way-draft";

type Common = { locale: Locale; ways: WaysIn; draft: WayDraft; onChange: (part: Partial<WayDraft>) => void };

/** How many posts, what that costs, and the agreement without which nothing is asked. */
export function ApiTerms(props: Common & { searches: number; problem: DraftProblem | null }) {
  const { locale, ways, searches, draft, onChange, problem } = props;
  const words = messages(locale).platforms.ways;
  const maxPosts = readMaxPosts(draft.maxPosts);
  const cost = costOf(draft, ways);
  return (
    <div className="mt-3 flex flex-col gap-3 border-s-3 border-info ps-4">
      <Field
        label={words.maxPosts}
        hint={words.maxPostsHint}
        error={maxPosts === null || problem === "badNumber" ? words.badNumber : null}
        className="max-w-60"
      >
        <Input
          type="number"
          inputMode="numeric"
          dir="ltr"
          min={MIN_API_POSTS}
          max={MAX_API_POSTS}
          step={10}
          value={draft.maxPosts}
          onChange={(event) => onChange({ maxPosts: event.target.value, hasAgreed: false })}
        />
      </Field>
      <Checkbox
        label={words.withReposts}
        checked={draft.withReposts}
        onChange={(event) => onChange({ withReposts: event.target.checked })}
      />
      {cost && maxPosts !== null && searches > 0 && (
        <>
          <p role="status">
            {words.cost(maxPosts, ways.prices.postUsd)}: <strong>{words.costAbout(cost.postsUsd)}</strong>
            {searches > 1 && <span> · {words.costTimes(searches, cost.postsUsd * searches)}</span>}
            <span className="block text-sm text-ink-soft">{words.costMore(cost.atMostUsd * searches)}</span>
          </p>
          <div>
            <Checkbox
              label={<strong className="font-semibold">{words.agree(cost.postsUsd * searches)}</strong>}
              checked={draft.hasAgreed}
              onChange={(event) => onChange({ hasAgreed: event.target.checked })}
              aria-invalid={problem === "agreeFirst" || undefined}
            />
            {problem === "agreeFirst" && (
              <p role="alert" className="text-sm font-medium text-bad">
                {words.agreeFirst}
              </p>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** Which account, where the newsroom has several. */
export function SessionTerms({ locale, ways, draft, onChange }: Common) {
  const words = messages(locale).platforms.ways;
  const nameOf = ({ label, problem }: WaysIn["sessions"][number]) => (problem ? words.accountProblem(label) : label);
  const [only] = ways.sessions;
  return (
    <div className="mt-3 border-s-3 border-info ps-4">
      {only && ways.sessions.length === 1 ? (
        <p>
          {words.account}: <bdi className="font-semibold">{nameOf(only)}</bdi>
        </p>
      ) : (
        <Field label={words.account} className="max-w-80">
          <NativeSelect
            value={draft.credentialId || only?.id}
            onChange={(event) => onChange({ credentialId: event.target.value })}
          >
            {ways.sessions.map((session) => (
              <option key={session.id} value={session.id}>
                {nameOf(session)}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
    </div>
  );
}
