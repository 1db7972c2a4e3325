import type { StoryNode } from "#lib/core/cases/types";

/** Ids of the exhibits that stand in a story, in reading order, each once. */
export function storyExhibitIds(node: StoryNode | undefined): string[] {
  const found = new Set<string>();
  const walk = (each: StoryNode) => {
    const id = (each.attrs as { exhibitId?: unknown } | undefined)?.exhibitId;
    if (each.type === "exhibit" && typeof id === "string") found.add(id);
    each.content?.forEach(walk);
  };
  if (node) walk(node);
  return [...found];
}

/** The words of a story, blocks apart by line breaks. For checks and comparison, not for display. */
export function storyText(node: StoryNode | undefined): string {
  if (!node) return "";
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  const isTextBlock = node.type === "paragraph" || node.type === "heading";
  return (node.content ?? []).map(storyText).join(isTextBlock ? "" : "\n");
}
