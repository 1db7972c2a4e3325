"use client";

import Link from "next/link";
import { messages } from "#lib/i18n/messages";
import type { CaseDraft } from "#lib/schemas/case-draft";
import type { LocalizedText } from "#lib/schemas/localized";
import { copiesHref } from "../../copies/copies-href";
import { anchorOf, useEditor } from "./editor-context";
import { exhibitText } from "./exhibit-name";
import { ExhibitSummary } from "./exhibit-summary";
import { ItemButtons } from "./item-buttons";
import { LocalizedField } from "./localized-field";

type Props = {
  exhibit: CaseDraft["exhibits"][number];
  index: number;
  count: number;
  onCaption: (caption: LocalizedText) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** One exhibit of the case with its caption. */
export function ExhibitItem({ exhibit, index, count, onCaption, onMove, onRemove }: Props) {
  const { locale, exhibits } = useEditor();
  const { cases, copies } = messages(locale);
  const shown = exhibits.find((each) => each.id === exhibit.id);
  const name = cases.exhibits.exhibit(index + 1);
  return (
    <section
      id={anchorOf({ area: "exhibits", itemId: exhibit.id, field: null, locale: null })}
      aria-label={name}
      className="scroll-mt-44 md:scroll-mt-32 border-t border-hairline pt-4"
    >
      <div className="mb-3 flex flex-wrap items-start justify-end gap-3 sm:flex-nowrap sm:justify-between">
        {shown ? (
          <div className="min-w-0 grow">
            <ExhibitSummary locale={locale} exhibit={shown} />
            {exhibitText(shown) && (
              <Link
                href={copiesHref(locale, { exhibitId: exhibit.id })}
                target="_blank"
                className="prose-link mt-1 inline-block text-sm"
              >
                {copies.action}
              </Link>
            )}
          </div>
        ) : (
          <p className="text-bad">{cases.exhibits.lost}</p>
        )}
        <ItemButtons
          name={name}
          removeLabel={cases.exhibits.remove}
          index={index}
          count={count}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <LocalizedField
        label={cases.fields.caption}
        area="exhibits"
        itemId={exhibit.id}
        field="caption"
        value={exhibit.caption}
        onChange={onCaption}
        rows={2}
        maxLength={2000}
      />
    </section>
  );
}
