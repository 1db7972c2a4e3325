import type { StoryBlock, StoryDoc, StoryInline, StoryListItem } from "#lib/schemas/story-doc";

/** Neighbouring inlines with the same link, or without one. */
export type InlineGroup = { href: string | null; nodes: StoryInline[] };

const hrefOf = (node: StoryInline): string | null => {
  if (node.type !== "text") return null;
  const link = node.marks?.find((mark) => mark.type === "link");
  return link?.type === "link" ? link.attrs.href : null;
};

/** Puts neighbours with the same link together, so that a link with a bold word in it stays one link. */
export function groupInlines(nodes: readonly StoryInline[]): InlineGroup[] {
  const groups: InlineGroup[] = [];
  for (const node of nodes) {
    const href = hrefOf(node);
    const last = groups.at(-1);
    if (last && last.href === href) last.nodes.push(node);
    else groups.push({ href, nodes: [node] });
  }
  return groups;
}

/** Every address that a story links to with its number, in reading order from 1; the same address has one number. */
export function collectReferences(doc: StoryDoc): Map<string, number> {
  const numbers = new Map<string, number>();
  const walk = (block: StoryBlock | StoryListItem): void => {
    if (block.type === "exhibit") return;
    for (const child of block.content ?? []) {
      if (child.type === "text" || child.type === "hardBreak") {
        const href = hrefOf(child);
        if (href && !numbers.has(href)) numbers.set(href, numbers.size + 1);
      } else {
        walk(child);
      }
    }
  };
  doc.content.forEach(walk);
  return numbers;
}
