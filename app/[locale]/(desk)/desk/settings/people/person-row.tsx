"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { Confirm } from "#components/ui/confirm";
import { Mark } from "#components/ui/mark";
import { NativeSelect } from "#components/ui/native-select";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { peopleWords } from "#lib/i18n/people-words";
import type { Actor } from "#lib/permissions/actor";
import type { ListedPerson } from "#lib/services/people/list-people";
import { changeRoleAction, setDisabledAction } from "./actions";
import { useChange } from "./use-change";

const ROLES = ["editor", "publisher", "admin"] as const;
/** Names inside sentences keep their own direction (FSI … PDI). */
const isolate = (name: string) => `\u2068${name}\u2069`;

type Props = { locale: Locale; person: ListedPerson; isSelf: boolean };

/** Somebody with an account: who, role, last sign-in, and what an admin can do about them. */
export function PersonRow({ locale, person, isSelf }: Props) {
  const words = peopleWords(locale).manage.list;
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 border-b border-hairline py-3 sm:grid-cols-[1fr_11rem_9.5rem]">
      <div className="col-span-full min-w-0 sm:col-span-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className={person.disabled ? "text-ink-faint line-through" : "font-semibold"}>{person.name}</bdi>
          {isSelf && <Mark>{words.you}</Mark>}
          {person.disabled && (
            <Mark tone="warn" icon="ban">
              {words.disabled}
            </Mark>
          )}
        </p>
        <p className="text-sm break-words text-ink-soft">
          <bdi>{person.email}</bdi>
        </p>
        <p className="text-sm text-ink-faint">
          {person.lastSignInAt ? (
            <>
              {words.lastSignIn} <Time locale={locale} at={person.lastSignInAt} />
            </>
          ) : (
            words.never
          )}
        </p>
      </div>
      <RoleSelect locale={locale} person={person} />
      {isSelf ? <span /> : <AccountSwitch locale={locale} person={person} />}
    </li>
  );
}

function RoleSelect({ locale, person }: Omit<Props, "isSelf">) {
  // The wish outlives the question, whose words must not change while it closes.
  const [wanted, setWanted] = useState<Actor["role"]>(person.role);
  const [isAsking, setAsking] = useState(false);
  const { pending, run } = useChange(locale);
  const { manage, role: roleNames, actions } = peopleWords(locale);
  const words = manage.list;
  const choose = (value: string) => {
    setWanted(ROLES.find((role) => role === value) ?? person.role);
    setAsking(value !== person.role);
  };
  return (
    <>
      <NativeSelect
        aria-label={words.roleOf(person.name)}
        value={isAsking || pending ? wanted : person.role}
        disabled={pending || person.disabled}
        onChange={(event) => choose(event.target.value)}
      >
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {roleNames[role]}
          </option>
        ))}
      </NativeSelect>
      <Confirm
        open={isAsking}
        onOpenChange={setAsking}
        title={words.roleQuestion(isolate(person.name), roleNames[wanted])}
        body={manage.roleMeaning[wanted]}
        confirmLabel={actions.save}
        cancelLabel={actions.cancel}
        onConfirm={() => run(() => changeRoleAction(person.id, wanted), words.roleChanged)}
      />
    </>
  );
}

function AccountSwitch({ locale, person }: Omit<Props, "isSelf">) {
  const { pending, run } = useChange(locale);
  const { manage, actions } = peopleWords(locale);
  const words = manage.list;
  if (person.disabled) {
    return (
      <Button busy={pending} onClick={() => run(() => setDisabledAction(person.id, false), words.enabledDone)}>
        {words.enable}
      </Button>
    );
  }
  return (
    <Confirm
      title={words.disableQuestion(isolate(person.name))}
      body={words.disableConsequence}
      confirmLabel={words.disable}
      cancelLabel={actions.cancel}
      danger
      onConfirm={() => run(() => setDisabledAction(person.id, true), words.disabledDone)}
      trigger={
        <Button variant="quiet" icon="ban" busy={pending}>
          {words.disable}
        </Button>
      }
    />
  );
}
