"use client";

import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react";
import { cx } from "#components/ui/cx";
import { IconButton } from "#components/ui/icon-button";
import { LOCALES } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { useEditor } from "./editor-context";
import { ExhibitSummary } from "./exhibit-summary";

/** How an exhibit looks inside the story editor. */
export function ExhibitNodeView({ node, selected, deleteNode }: NodeViewProps) {
  const { locale, exhibits, readOnly } = useEditor();
  const { story } = messages(locale).cases;
  const exhibit = exhibits.find((each) => each.id === node.attrs.exhibitId);
  return (
    <NodeViewWrapper
      contentEditable={false}
      data-drag-handle
      // The card speaks the interface's language, whatever the story's.
      lang={locale}
      dir={LOCALES[locale].dir}
      className={cx(
        "my-4 flex items-start gap-2 border border-hairline bg-wash p-3 font-sans text-base",
        selected && "outline-2 outline-info",
      )}
    >
      <div className="min-w-0 grow">
        {exhibit ? (
          <ExhibitSummary locale={locale} exhibit={exhibit} />
        ) : (
          <p className="text-bad">{story.exhibitGone}</p>
        )}
      </div>
      {!readOnly && <IconButton icon="close" label={story.removeExhibit} onClick={deleteNode} />}
    </NodeViewWrapper>
  );
}
