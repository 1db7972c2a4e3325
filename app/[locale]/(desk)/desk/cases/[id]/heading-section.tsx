"use client";

import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { isPartialDate } from "#lib/core/cases/partial-date";
import { isSlug } from "#lib/core/cases/slug";
import { messages } from "#lib/i18n/messages";
import type { LocalizedText } from "#lib/schemas/localized";
import { anchorOf, useEditor } from "./editor-context";
import { LocalizedField } from "./localized-field";

const at = (field: string) => anchorOf({ area: "heading", itemId: null, field, locale: null });

/** A title is one line, however it is pasted and shown. */
const withoutBreaks = (title: LocalizedText): LocalizedText =>
  Object.fromEntries(Object.entries(title).map(([locale, text]) => [locale, text.replace(/\s*\n\s*/g, " ")]));

/** Title, standfirst, place, date, address and languages. */
export function HeadingSection({ isSlugFixed }: { isSlugFixed: boolean }) {
  const { locale, draft, change, readOnly } = useEditor();
  const { cases } = messages(locale);
  const words = cases.fields;
  const set = (part: Partial<typeof draft>) => change((now) => ({ ...now, ...part }));
  const isDateWrong = Boolean(draft.incidentDate) && !isPartialDate(draft.incidentDate ?? "");
  return (
    <div className="flex flex-col gap-5">
      <LocalizedField
        label={words.title}
        area="heading"
        field="title"
        value={draft.title}
        onChange={(title) => set({ title: withoutBreaks(title) })}
        rows={2}
        maxLength={400}
        className="font-serif text-xl font-semibold"
      />
      <LocalizedField
        label={words.standfirst}
        area="heading"
        field="standfirst"
        value={draft.standfirst}
        onChange={(standfirst) => set({ standfirst })}
        rows={3}
        maxLength={2000}
        className="font-serif text-lg"
      />
      <LocalizedField
        label={words.place}
        area="heading"
        field="place"
        value={draft.place}
        onChange={(place) => set({ place })}
        maxLength={400}
      />
      <div className="grid gap-5 md:grid-cols-2">
        <div id={at("incidentDate")} className="scroll-mt-44 md:scroll-mt-32">
          <Field label={words.incidentDate} hint={words.dateHint} error={isDateWrong ? words.dateWrong : null}>
            <Input
              dir="ltr"
              value={draft.incidentDate ?? ""}
              maxLength={10}
              readOnly={readOnly}
              onChange={(event) => set({ incidentDate: event.target.value || null })}
            />
          </Field>
        </div>
        <Field label={words.absentLocale}>
          <NativeSelect
            value={draft.absentLocale ?? ""}
            disabled={readOnly}
            onChange={(event) => {
              const value = event.target.value;
              set({ absentLocale: value === "en" || value === "ar" ? value : null });
            }}
          >
            <option value="">{words.absentNone}</option>
            <option value="en">{words.absentEn}</option>
            <option value="ar">{words.absentAr}</option>
          </NativeSelect>
        </Field>
        <div id={at("slug")} className="scroll-mt-44 md:scroll-mt-32">
          <Field
            label={words.slug}
            hint={isSlugFixed ? words.slugFixed : cases.create.slugHint}
            error={isSlug(draft.slug) ? null : cases.create.slugWrong}
          >
            <Input
              dir="ltr"
              className="font-mono"
              spellCheck={false}
              autoCapitalize="none"
              value={draft.slug}
              maxLength={120}
              readOnly={readOnly || isSlugFixed}
              onChange={(event) => set({ slug: event.target.value.trim().toLowerCase() })}
            />
          </Field>
        </div>
      </div>
    </div>
  );
}
