"use client";

import { Button } from "#components/ui/button";
import { Confirm } from "#components/ui/confirm";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { peopleWords } from "#lib/i18n/people-words";
import type { ListedInvitation } from "#lib/services/people/list-people";
import { revokeInvitationAction } from "./actions";
import { useChange } from "./use-change";

/** Somebody invited who has not come yet. */
export function InvitationRow({ locale, invitation }: { locale: Locale; invitation: ListedInvitation }) {
  const { pending, run } = useChange(locale);
  const { manage, role, actions } = peopleWords(locale);
  const words = manage.open;
  const { id, email, invitedBy, expiresAt } = invitation;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hairline py-3">
      <div className="min-w-0">
        <p className="font-semibold break-words">
          <bdi>{email}</bdi>
        </p>
        <p className="text-sm text-ink-soft">
          {role[invitation.role]} · {words.by(`\u2068${invitedBy}\u2069`)}
        </p>
        <p className="text-sm text-ink-faint">
          {words.until} <Time locale={locale} at={expiresAt} />
        </p>
      </div>
      <Confirm
        title={words.revokeQuestion(`\u2068${email}\u2069`)}
        body={words.revokeConsequence}
        confirmLabel={words.revoke}
        cancelLabel={actions.cancel}
        danger
        onConfirm={() => run(() => revokeInvitationAction(id), words.revoked)}
        trigger={
          <Button variant="quiet" icon="close" busy={pending}>
            {words.revoke}
          </Button>
        }
      />
    </li>
  );
}
