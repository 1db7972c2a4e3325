"use client";

import { type Content, EditorContent, useEditor as useTiptap } from "@tiptap/react";
import { cleanStory } from "#lib/core/cases/clean-story";
import type { CaseLocale } from "#lib/core/cases/types";
import { LOCALES } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type StoryDoc, storyDoc } from "#lib/schemas/story-doc";
import { useEditor } from "./editor-context";
import { STORY_EXTENSIONS } from "./story-extensions";
import { StoryToolbar } from "./story-toolbar";

/** Close to how readers will see it; the text is not ours to put classes on. */
const STORY_LOOKS = [
  "min-h-64 px-4 py-3 font-serif text-reading focus:outline-none wrap-anywhere",
  "[&_p]:my-[0.7em] [&_li>p]:my-[0.2em] [&_h2]:mt-[1.2em] [&_h2]:text-2xl [&_h2]:font-semibold",
  "[&_h3]:mt-[1.1em] [&_h3]:text-xl [&_h3]:font-semibold",
  "[&_ul]:my-[0.7em] [&_ul]:list-disc [&_ul]:ps-[1.4em] [&_ol]:my-[0.7em] [&_ol]:list-decimal [&_ol]:ps-[1.6em]",
  "[&_blockquote]:my-[0.9em] [&_blockquote]:border-s-3 [&_blockquote]:border-edge [&_blockquote]:ps-[1em]",
  "[&_a]:underline [&_a]:decoration-stamp [&_a]:underline-offset-[0.22em]",
].join(" ");

type Props = { language: CaseLocale; story: StoryDoc | undefined; onChange: (story: StoryDoc) => void };

/** The story of one language. It holds its own text while it is open; a story changed from outside remounts it. */
export function StoryEditor({ language, story, onChange }: Props) {
  const { locale, readOnly } = useEditor();
  const label = messages(locale).cases.story.label[language];
  const editor = useTiptap({
    extensions: STORY_EXTENSIONS,
    content: (story ?? null) as Content,
    editable: !readOnly,
    // Next renders on the server first, where there is no document to edit.
    immediatelyRender: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        lang: language,
        dir: LOCALES[language].dir,
        class: STORY_LOOKS,
      },
    },
    onUpdate: ({ editor: current }) => {
      const doc = storyDoc.safeParse(cleanStory(current.getJSON() as StoryDoc));
      if (doc.success) onChange(doc.data);
    },
  });
  const placeholder = messages(language).cases.story.placeholder;
  return (
    <div className="border border-edge bg-sheet focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-info">
      {editor && !readOnly && <StoryToolbar editor={editor} language={language} />}
      <div className="relative">
        {editor?.isEmpty && (
          <p
            aria-hidden="true"
            lang={language}
            dir={LOCALES[language].dir}
            className="pointer-events-none absolute inset-x-0 px-4 py-3 font-serif text-reading text-ink-faint"
          >
            {placeholder}
          </p>
        )}
        {editor ? <EditorContent editor={editor} /> : <div className="min-h-64" />}
      </div>
    </div>
  );
}
