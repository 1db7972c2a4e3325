"use client";

import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { useToast } from "#components/ui/toast";
import { isPartialDate } from "#lib/core/cases/partial-date";
import { messages } from "#lib/i18n/messages";
import type { DraftTimelineEntry } from "#lib/schemas/case-draft";
import { anchorOf, useEditor } from "./editor-context";
import { ItemButtons, moved } from "./item-buttons";
import { LocalizedField } from "./localized-field";
import { newId } from "./new-id";

/** What happened when, in the order that readers see. */
export function TimelineSection() {
  const { locale, draft, change, readOnly } = useEditor();
  const { cases, common } = messages(locale);
  const words = cases.timeline;
  const toast = useToast();
  const setEntries = (next: (entries: DraftTimelineEntry[]) => DraftTimelineEntry[]) =>
    change((now) => ({ ...now, timeline: next(now.timeline) }));
  const setEntry = (id: string, part: Partial<DraftTimelineEntry>) =>
    setEntries((entries) => entries.map((each) => (each.id === id ? { ...each, ...part } : each)));

  function remove(entry: DraftTimelineEntry, index: number) {
    setEntries((entries) => entries.filter((each) => each.id !== entry.id));
    const putBack = () => setEntries((entries) => [...entries.slice(0, index), entry, ...entries.slice(index)]);
    toast.show({ title: words.removed, action: { label: common.actions.undo, onPress: putBack } });
  }

  return (
    <>
      <p className="mb-4 max-w-measure text-base text-ink-soft">{words.lead}</p>
      {draft.timeline.length === 0 && <p className="mb-4 text-base text-ink-faint">{words.empty}</p>}
      <ol className="flex flex-col gap-5">
        {draft.timeline.map((entry, index) => (
          <li
            key={entry.id}
            className="grid gap-x-5 gap-y-3 border-t border-hairline pt-4 md:grid-cols-[9rem_minmax(0,1fr)_auto]"
          >
            <div
              id={anchorOf({ area: "timeline", itemId: entry.id, field: "date", locale: null })}
              className="scroll-mt-44 md:scroll-mt-32"
            >
              <Field
                label={words.date}
                error={entry.date && !isPartialDate(entry.date) ? cases.fields.dateWrong : null}
              >
                <Input
                  dir="ltr"
                  placeholder="2018-07-03"
                  value={entry.date}
                  maxLength={10}
                  readOnly={readOnly}
                  onChange={(event) => setEntry(entry.id, { date: event.target.value })}
                />
              </Field>
            </div>
            <LocalizedField
              label={words.text}
              area="timeline"
              itemId={entry.id}
              field="text"
              value={entry.text}
              onChange={(text) => setEntry(entry.id, { text })}
              rows={2}
              maxLength={2000}
            />
            <ItemButtons
              name={words.entry(index + 1)}
              removeLabel={words.remove}
              index={index}
              count={draft.timeline.length}
              onMove={(to) => setEntries((entries) => moved(entries, index, to))}
              onRemove={() => remove(entry, index)}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <div className="mt-6 flex flex-wrap gap-2">
          <Button
            icon="plus"
            onClick={() => setEntries((entries) => [...entries, { id: newId(), date: "", text: {} }])}
          >
            {words.add}
          </Button>
          {draft.timeline.length > 1 && (
            <Button
              variant="quiet"
              onClick={() => setEntries((entries) => [...entries].sort((a, b) => a.date.localeCompare(b.date, "en")))}
            >
              {words.sort}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
