/** The few shapes of a ProseMirror document that the starter stories use. */
type Mark = { type: "bold" };
type TextNode = { type: "text"; text: string; marks?: Mark[] };
/** Each block takes its direction from its own first letter. */
type Direction = { dir: "auto" };
type Paragraph = { type: "paragraph"; attrs: Direction; content: TextNode[] };
type ListItem = { type: "listItem"; content: Paragraph[] };
type Block =
  | Paragraph
  | { type: "heading"; attrs: { level: 2 } & Direction; content: TextNode[] }
  | { type: "bulletList"; content: ListItem[] };

export type ProseDocument = { type: "doc"; content: Block[] };

type Inline = string | TextNode;

const toNode = (inline: Inline): TextNode => (typeof inline === "string" ? { type: "text", text: inline } : inline);

/** A story out of its blocks. */
export function story(...blocks: Block[]): ProseDocument {
  return { type: "doc", content: blocks };
}

/** A paragraph of plain strings and `strong` runs. */
export function paragraph(...inlines: Inline[]): Paragraph {
  return { type: "paragraph", attrs: { dir: "auto" }, content: inlines.map(toNode) };
}

/** A subheading: the title is the page's only first level. */
export function subheading(text: string): Block {
  return { type: "heading", attrs: { level: 2, dir: "auto" }, content: [toNode(text)] };
}

/** Points, one paragraph each. */
export function points(...items: string[]): Block {
  return { type: "bulletList", content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })) };
}

/** Emphasis by weight, the only one Arabic has. */
export function strong(text: string): TextNode {
  return { type: "text", text, marks: [{ type: "bold" }] };
}
