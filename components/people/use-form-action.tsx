"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import type { Problem } from "#lib/i18n/people-words";

export type NotReached = { ok: false; error: Problem };

const NOT_REACHED: NotReached = { ok: false, error: { code: "not_reached", details: {} } };

/**
 * `useActionState` for a form that keeps its page when the server is away: an action that cannot be sent would break the
 * whole page. Until the script listens it is the server's own action, which posts without JavaScript.
 *
 * @param toState what the form shows then; it is given what was typed, because a refused form is reset.
 */
export function useFormAction<State>(
  action: (before: Awaited<State> | undefined, form: FormData) => Promise<State | undefined>,
  toState: (refusal: NotReached, typed: (name: string) => string) => State,
) {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const reach = async (before: Awaited<State> | undefined, form: FormData) => {
    try {
      return await action(before, form);
    } catch (thrown) {
      // A redirect comes as an error too.
      unstable_rethrow(thrown);
      return toState(NOT_REACHED, (name) => String(form.get(name) ?? ""));
    }
  };
  return useActionState<State | undefined, FormData>(isAwake ? reach : action, undefined);
}
