"use client";

import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import type { CaseArea } from "#lib/core/cases/find-case-problems";
import type { Localized } from "#lib/core/cases/types";
import { LOCALES } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { anchorOf, useEditor } from "./editor-context";
import { GrowingTextarea } from "./growing-textarea";
import { LanguagePanes } from "./language-panes";

type Props = {
  label: string;
  hint?: string;
  area: CaseArea;
  itemId?: string;
  field: string;
  value: Localized;
  onChange: (value: Localized) => void;
  /** Lines; one line makes a single-line input. */
  rows?: number;
  maxLength: number;
  className?: string;
};

/** A text in the case's languages, each in its own direction. */
export function LocalizedField(props: Props) {
  const { label, hint, area, itemId = null, field, value, onChange, rows = 1, maxLength, className } = props;
  const { locale, languages, readOnly } = useEditor();
  const { inLanguage } = messages(locale).cases;
  return (
    <LanguagePanes>
      {(language) => {
        const control = {
          lang: language,
          dir: LOCALES[language].dir,
          value: value[language] ?? "",
          maxLength,
          readOnly,
          className,
          onChange: (event: { target: { value: string } }) => onChange({ ...value, [language]: event.target.value }),
        };
        const name = languages.length > 1 ? `${label} · ${inLanguage[language]}` : label;
        return (
          <div id={anchorOf({ area, itemId, field, locale: language })} className="scroll-mt-44 md:scroll-mt-32">
            <Field label={name} hint={hint}>
              {rows === 1 ? <Input {...control} /> : <GrowingTextarea {...control} rows={rows} />}
            </Field>
          </div>
        );
      }}
    </LanguagePanes>
  );
}
