import type { StoryNode } from "#lib/core/cases/types";

const ARABIC_LETTER = /\p{Script=Arabic}/u;

type MarkedNode = StoryNode & { marks?: readonly { type: string }[]; content?: readonly MarkedNode[] };

/** The story without italics on Arabic words: the script has none, and pasted text often brings them. */
export function cleanStory<T extends MarkedNode>(node: T): T {
  const content = node.content?.map(cleanStory);
  const isArabic = node.type === "text" && ARABIC_LETTER.test(node.text ?? "");
  const marks = isArabic ? node.marks?.filter((mark) => mark.type !== "italic") : node.marks;
  return { ...node, ...(content && { content }), ...(node.marks && { marks }) };
}
