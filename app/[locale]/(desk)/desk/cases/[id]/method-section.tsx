"use client";

import { messages } from "#lib/i18n/messages";
import { useEditor } from "./editor-context";
import { LocalizedField } from "./localized-field";

/** How we know, and what could not be established. */
export function MethodSection() {
  const { locale, draft, change } = useEditor();
  const { fields } = messages(locale).cases;
  return (
    <div className="flex flex-col gap-5">
      <LocalizedField
        label={fields.howWeKnow}
        hint={fields.howWeKnowHint}
        area="method"
        field="howWeKnow"
        value={draft.howWeKnow}
        onChange={(howWeKnow) => change((now) => ({ ...now, howWeKnow }))}
        rows={5}
        maxLength={20_000}
      />
      <LocalizedField
        label={fields.notEstablished}
        area="method"
        field="notEstablished"
        value={draft.notEstablished}
        onChange={(notEstablished) => change((now) => ({ ...now, notEstablished }))}
        rows={4}
        maxLength={20_000}
      />
    </div>
  );
}
