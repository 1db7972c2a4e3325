import { Extension, mergeAttributes, Node, ReactNodeViewRenderer } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { isWebAddress } from "#lib/core/cases/web-address";
import { BLOCK_DIRECTIONS, type BlockDirection } from "#lib/schemas/story-doc";
import { ExhibitNodeView } from "./exhibit-node-view";

const DIRECTED = ["paragraph", "heading", "blockquote"];

const isDirection = (value: string | null): value is BlockDirection =>
  (BLOCK_DIRECTIONS as readonly (string | null)[]).includes(value);

/** Every block has a direction of its own: by its text unless somebody said otherwise. */
const BlockDirections = Extension.create({
  name: "blockDirections",
  addGlobalAttributes() {
    return [
      {
        types: DIRECTED,
        attributes: {
          dir: {
            default: "auto",
            parseHTML: (element) => {
              const dir = element.getAttribute("dir");
              return isDirection(dir) ? dir : "auto";
            },
            renderHTML: ({ dir }) => ({ dir }),
          },
        },
      },
    ];
  },
});

/** An exhibit in the flow of the story: one piece, moved and deleted as a whole. */
const ExhibitNode = Node.create({
  name: "exhibit",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      exhibitId: {
        default: null,
        parseHTML: (element) => element.getAttribute("data-exhibit-id"),
        renderHTML: ({ exhibitId }) => ({ "data-exhibit-id": exhibitId }),
      },
    };
  },
  parseHTML: () => [{ tag: "div[data-exhibit-id]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(ExhibitNodeView),
});

/** Quotes and list items hold words and lists, as lib/schemas/story-doc.ts says; no headings or exhibits. */
const CONTENT: Record<string, string> = {
  blockquote: "(paragraph | bulletList | orderedList)+",
  listItem: "paragraph (paragraph | bulletList | orderedList)*",
};

const StoryKit = StarterKit.extend({
  addExtensions() {
    const extensions = this.parent?.() ?? [];
    return extensions.map((extension) => {
      const content = CONTENT[extension.name];
      return content && extension instanceof Node ? extension.extend({ content }) : extension;
    });
  },
});

/** What the story editor knows: exactly the subset of lib/schemas/story-doc.ts. */
export const STORY_EXTENSIONS = [
  StoryKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    horizontalRule: false,
    link: {
      openOnClick: false,
      autolink: false,
      isAllowedUri: isWebAddress,
      HTMLAttributes: { rel: "noopener noreferrer", target: null },
    },
  }),
  BlockDirections,
  ExhibitNode,
];
