"use client";

import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { AddDialog } from "./add-dialog";
import { useSelection } from "./selection";

/** How much is ticked and what can be done with it; over the end of the page, where the results scroll under it. */
export function SelectionBar({ locale }: { locale: Locale }) {
  const { search } = messages(locale);
  const { selected, clear, add } = useSelection();
  const count = selected.size;
  return (
    <>
      {count > 0 && (
        <section
          aria-label={search.bar}
          className="sticky bottom-16 z-20 mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border border-edge bg-sheet px-3 py-2 shadow-floating md:bottom-3"
        >
          {/* The button says it too, where there is little room. */}
          <p role="status" className="font-semibold max-sm:sr-only">
            {search.selected(count)}
          </p>
          <div className="flex grow items-center justify-between gap-2 sm:grow-0">
            <Button variant="primary" icon="cases" data-add-selected="" onClick={() => add([...selected.values()])}>
              {search.addSelected(count)}
            </Button>
            <IconButton icon="close" label={search.clearSelection} onClick={clear} />
          </div>
        </section>
      )}
      <AddDialog locale={locale} />
    </>
  );
}
