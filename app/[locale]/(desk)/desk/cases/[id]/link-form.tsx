"use client";

import { type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { isWebAddress } from "#lib/core/cases/web-address";
import { messages } from "#lib/i18n/messages";
import { useEditor } from "./editor-context";

type Props = { href: string; onSet: (href: string) => void; onUnset: () => void; onCancel: () => void };

/** Asks for the address of a link, under the toolbar. */
export function LinkForm({ href, onSet, onUnset, onCancel }: Props) {
  const { locale } = useEditor();
  const words = messages(locale).cases.story;
  const [value, setValue] = useState(href);
  const [isWrong, setWrong] = useState(false);
  const set = () => (isWebAddress(value.trim()) ? onSet(value.trim()) : setWrong(true));
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    if (event.key !== "Enter") return;
    event.preventDefault();
    set();
  };
  return (
    <div className="flex flex-wrap items-start gap-2 border-t border-hairline p-2">
      <Field label={words.linkAddress} hideLabel error={isWrong ? words.linkWrong : null} className="grow basis-56">
        <Input
          type="url"
          dir="ltr"
          placeholder="https://"
          value={value}
          // The form opens because somebody asked to write an address.
          ref={(input) => input?.focus()}
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={onKey}
        />
      </Field>
      <Button onClick={set}>{words.linkSet}</Button>
      {href && (
        <Button variant="quiet" onClick={onUnset}>
          {words.unlink}
        </Button>
      )}
    </div>
  );
}
