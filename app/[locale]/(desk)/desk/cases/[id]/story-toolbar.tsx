"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Menu, MenuChoice, MenuItem } from "#components/ui/menu";
import type { CaseLocale } from "#lib/core/cases/types";
import { messages } from "#lib/i18n/messages";
import type { BlockDirection } from "#lib/schemas/story-doc";
import { useEditor } from "./editor-context";
import { exhibitName } from "./exhibit-name";
import { LinkForm } from "./link-form";
import { ToolButton } from "./tool-button";

const ARABIC_LETTER = /\p{Script=Arabic}/u;
const DIRECTED = ["blockquote", "heading", "paragraph"];

function readState(editor: Editor) {
  const { from, to, $from } = editor.state.selection;
  const selected = from === to ? $from.parent.textContent : editor.state.doc.textBetween(from, to);
  return {
    bold: editor.isActive("bold"),
    italic: editor.isActive("italic"),
    heading2: editor.isActive("heading", { level: 2 }),
    heading3: editor.isActive("heading", { level: 3 }),
    bulletList: editor.isActive("bulletList"),
    orderedList: editor.isActive("orderedList"),
    quote: editor.isActive("blockquote"),
    link: editor.isActive("link"),
    href: String(editor.getAttributes("link").href ?? ""),
    isArabic: ARABIC_LETTER.test(selected),
    direction: ($from.parent.attrs.dir ?? "auto") as BlockDirection,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  };
}

/** Moves between the buttons with the arrow keys in reading direction, as toolbars do (WAI-ARIA APG). */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || !(event.target instanceof HTMLButtonElement)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  const forwards = getComputedStyle(event.currentTarget).direction === "rtl" ? -step : step;
  const next = buttons[(buttons.indexOf(event.target) + forwards + buttons.length) % buttons.length];
  next?.focus();
  event.preventDefault();
}

/** What can be done with the text of a story. */
export function StoryToolbar({ editor, language }: { editor: Editor; language: CaseLocale }) {
  const { locale, exhibits } = useEditor();
  const { cases } = messages(locale);
  const words = cases.story;
  const [isLinking, setLinking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const now = useEditorState({ editor, selector: ({ editor: current }) => readState(current) });
  const run = () => editor.chain().focus();
  const setDirection = (dir: BlockDirection) => {
    const chain = run();
    for (const type of DIRECTED) chain.updateAttributes(type, { dir });
    chain.run();
  };
  const closeLink = () => {
    setLinking(false);
    editor.commands.focus();
  };

  return (
    <div className="z-10 border-b border-hairline bg-sheet md:sticky md:top-[4.7rem]">
      <div
        role="toolbar"
        aria-label={`${words.toolbar} · ${cases.inLanguage[language]}`}
        onKeyDown={moveFocus}
        className="flex flex-wrap items-center gap-0.5 p-1"
      >
        <ToolButton
          sign="B"
          className="font-bold"
          label={words.bold}
          keys="Mod-B"
          pressed={now.bold}
          onPress={() => run().toggleBold().run()}
        />
        <ToolButton
          sign="I"
          className="font-serif italic"
          label={now.isArabic ? words.italicNot : words.italic}
          keys="Mod-I"
          pressed={now.italic}
          disabled={now.isArabic}
          onPress={() => run().toggleItalic().run()}
        />
        <ToolButton
          sign="H2"
          label={words.heading2}
          pressed={now.heading2}
          onPress={() => run().toggleHeading({ level: 2 }).run()}
        />
        <ToolButton
          sign="H3"
          label={words.heading3}
          pressed={now.heading3}
          onPress={() => run().toggleHeading({ level: 3 }).run()}
        />
        <ToolButton
          icon="list"
          label={words.bulletList}
          pressed={now.bulletList}
          onPress={() => run().toggleBulletList().run()}
        />
        <ToolButton
          sign="1."
          label={words.orderedList}
          pressed={now.orderedList}
          onPress={() => run().toggleOrderedList().run()}
        />
        <ToolButton
          icon="quote"
          label={words.quote}
          pressed={now.quote}
          onPress={() => run().toggleBlockquote().run()}
        />
        <ToolButton
          ref={opener}
          icon="link"
          label={words.link}
          pressed={now.link || isLinking}
          onPress={() => setLinking((open) => !open)}
        />
        <Menu
          align="start"
          trigger={
            <Button variant="quiet" size="sm" aria-label={`${words.direction}: ${words.directions[now.direction]}`}>
              <span aria-hidden="true">{{ auto: "⇄", rtl: "¶ ←", ltr: "→ ¶" }[now.direction]}</span>
            </Button>
          }
        >
          <MenuChoice
            label={words.direction}
            value={now.direction}
            onChange={setDirection}
            options={(["auto", "rtl", "ltr"] as const).map((value) => ({ value, label: words.directions[value] }))}
          />
        </Menu>
        <Menu
          align="start"
          trigger={
            <Button variant="quiet" size="sm" icon="image">
              {words.insertExhibit}
            </Button>
          }
        >
          {exhibits.length === 0 && <p className="max-w-64 px-3 py-1.5 text-sm text-ink-soft">{words.noExhibits}</p>}
          {exhibits.map((exhibit) => (
            <MenuItem
              key={exhibit.id}
              onSelect={() =>
                run()
                  .insertContent({ type: "exhibit", attrs: { exhibitId: exhibit.id } })
                  .run()
              }
            >
              {cases.exhibits.exhibit(exhibit.number)} · <bdi>{exhibitName(locale, exhibit)}</bdi>
            </MenuItem>
          ))}
        </Menu>
        <span className="grow" />
        <ToolButton
          icon="undo"
          label={words.undo}
          keys="Mod-Z"
          disabled={!now.canUndo}
          onPress={() => run().undo().run()}
        />
        <ToolButton
          icon="undo"
          className="-scale-x-100"
          label={words.redo}
          keys="Mod-Shift-Z"
          disabled={!now.canRedo}
          onPress={() => run().redo().run()}
        />
      </div>
      {isLinking && (
        <LinkForm
          href={now.href}
          onSet={(href) => {
            run().extendMarkRange("link").setLink({ href }).run();
            closeLink();
          }}
          onUnset={() => {
            run().extendMarkRange("link").unsetLink().run();
            closeLink();
          }}
          onCancel={closeLink}
        />
      )}
    </div>
  );
}
