"use client";

import { VerdictStamp } from "#components/evidence/verdict-stamp";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { isPartialDate } from "#lib/core/cases/partial-date";
import { isVerdict, VERDICTS } from "#lib/core/cases/verdicts";
import { isWebAddress } from "#lib/core/cases/web-address";
import { messages } from "#lib/i18n/messages";
import type { DraftClaim } from "#lib/schemas/case-draft";
import { anchorOf, useEditor } from "./editor-context";
import { exhibitName } from "./exhibit-name";
import { ItemButtons } from "./item-buttons";
import { LocalizedField } from "./localized-field";

type Props = {
  claim: DraftClaim;
  index: number;
  count: number;
  onChange: (part: Partial<DraftClaim>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** One claim: what, who, when, where it can be read, the verdict and why. */
export function ClaimForm({ claim, index, count, onChange, onMove, onRemove }: Props) {
  const { locale, readOnly, exhibits } = useEditor();
  const { cases, evidence } = messages(locale);
  const words = cases.claims;
  const name = words.claim(index + 1);
  const text = { area: "claims" as const, itemId: claim.id };
  const at = (field: string) => anchorOf({ ...text, field, locale: null });
  const isUrlWrong = Boolean(claim.sourceUrl) && !isWebAddress(claim.sourceUrl ?? "");
  const isDateWrong = Boolean(claim.saidOn) && !isPartialDate(claim.saidOn ?? "");
  return (
    <section aria-label={name} className="border-s-3 border-edge ps-4 sm:ps-5">
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="kicker text-ink-faint">{name}</h3>
        {claim.verdict && <VerdictStamp locale={locale} verdict={claim.verdict} />}
        <span className="grow" />
        <ItemButtons
          name={name}
          removeLabel={words.remove}
          index={index}
          count={count}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <div className="flex flex-col gap-4">
        <LocalizedField
          {...text}
          label={words.statement}
          field="statement"
          value={claim.statement}
          onChange={(statement) => onChange({ statement })}
          rows={2}
          maxLength={2000}
          className="font-serif text-lg"
        />
        <LocalizedField
          {...text}
          label={words.claimant}
          field="claimant"
          value={claim.claimant}
          onChange={(claimant) => onChange({ claimant })}
          maxLength={400}
        />
        <div id={at("saidOn")} className="scroll-mt-44 md:scroll-mt-32 sm:max-w-72">
          <Field label={words.saidOn} hint={cases.fields.dateHint} error={isDateWrong ? cases.fields.dateWrong : null}>
            <Input
              dir="ltr"
              value={claim.saidOn ?? ""}
              maxLength={10}
              readOnly={readOnly}
              onChange={(event) => onChange({ saidOn: event.target.value || null })}
            />
          </Field>
        </div>
        <LocalizedField
          {...text}
          label={words.saidWhere}
          field="saidWhere"
          value={claim.saidWhere}
          onChange={(saidWhere) => onChange({ saidWhere })}
          maxLength={400}
        />
        <LocalizedField
          {...text}
          label={words.citation}
          field="citation"
          value={claim.citation}
          onChange={(citation) => onChange({ citation })}
          rows={2}
          maxLength={2000}
        />
        <div className="grid gap-4 md:grid-cols-2">
          <div id={at("sourceUrl")} className="scroll-mt-44 md:scroll-mt-32">
            <Field label={words.sourceUrl} error={isUrlWrong ? words.sourceUrlWrong : null}>
              <Input
                type="url"
                dir="ltr"
                value={claim.sourceUrl ?? ""}
                maxLength={2000}
                readOnly={readOnly}
                onChange={(event) => onChange({ sourceUrl: event.target.value.trim() || null })}
              />
            </Field>
          </div>
          <div id={at("citation")} className="scroll-mt-44 md:scroll-mt-32">
            <Field label={words.citationExhibit}>
              <NativeSelect
                value={claim.citationExhibitId ?? ""}
                disabled={readOnly}
                onChange={(event) => onChange({ citationExhibitId: event.target.value || null })}
              >
                <option value="">{words.noExhibit}</option>
                {exhibits.map((exhibit) => (
                  <option key={exhibit.id} value={exhibit.id}>
                    {cases.exhibits.exhibit(exhibit.number)} · {exhibitName(locale, exhibit)}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          </div>
        </div>
        <div id={at("verdict")} className="scroll-mt-44 md:scroll-mt-32 sm:max-w-72">
          <Field label={words.verdict} hint={claim.verdict ? evidence.verdictMeaning[claim.verdict] : undefined}>
            <NativeSelect
              value={claim.verdict ?? ""}
              disabled={readOnly}
              onChange={(event) => {
                const value = event.target.value;
                onChange({ verdict: isVerdict(value) ? value : null });
              }}
            >
              <option value="">{words.verdictNone}</option>
              {VERDICTS.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {evidence.verdict[verdict]}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
        <LocalizedField
          {...text}
          label={words.reasons}
          field="reasons"
          value={claim.reasons}
          onChange={(reasons) => onChange({ reasons })}
          rows={4}
          maxLength={20_000}
        />
        <LocalizedField
          {...text}
          label={words.wouldSettle}
          field="wouldSettle"
          value={claim.wouldSettle}
          onChange={(wouldSettle) => onChange({ wouldSettle })}
          rows={2}
          maxLength={20_000}
        />
      </div>
    </section>
  );
}
