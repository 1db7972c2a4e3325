"use client";

import { useState } from "react";
import { buttonClass } from "#components/ui/button-class";
import { Input } from "#components/ui/input";
import type { Locale } from "#lib/i18n/locales";
import { peopleWords } from "#lib/i18n/people-words";

type Props = { locale: Locale; name: string; autoComplete: "current-password" | "new-password" };

/** A password, hidden until its owner wants to see it. Always left to right: so are the keyboards' hidden dots. */
export function PasswordInput({ locale, name, autoComplete }: Props) {
  const [shown, setShown] = useState(false);
  const words = peopleWords(locale).password;
  return (
    <span className="flex gap-2">
      <Input
        type={shown ? "text" : "password"}
        name={name}
        autoComplete={autoComplete}
        required
        dir="auto"
        spellCheck={false}
        autoCapitalize="none"
      />
      <button
        type="button"
        aria-label={shown ? words.hideLabel : words.showLabel}
        onClick={() => setShown(!shown)}
        className={buttonClass("quiet", "md", "shrink-0 noscript:hidden")}
      >
        {shown ? words.hide : words.show}
      </button>
    </span>
  );
}
