import { z } from "zod";
import { isWebAddress } from "#lib/core/cases/web-address";

/**
 * The story of a case file as ProseMirror JSON: the subset that the editor makes and the public page renders.
 * Anything else (a foreign node, a `javascript:` link, an unknown mark) does not parse.
 */
export const BLOCK_DIRECTIONS = ["auto", "ltr", "rtl"] as const;
export type BlockDirection = (typeof BLOCK_DIRECTIONS)[number];

/** Arabic is never set in italics: the script has none. */
const ARABIC_LETTER = /\p{Script=Arabic}/u;

const direction = z.enum(BLOCK_DIRECTIONS).default("auto");
const blockAttrs = z.object({ dir: direction }).default({ dir: "auto" });

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href: z.string().max(2000).refine(isWebAddress) }) }),
]);
export type StoryMark = z.infer<typeof mark>;

const textNode = z
  .object({ type: z.literal("text"), text: z.string().min(1), marks: z.array(mark).optional() })
  .refine((node) => !(ARABIC_LETTER.test(node.text) && node.marks?.some((each) => each.type === "italic")), {
    message: "Arabic has no italics",
  });
const inline = z.union([textNode, z.object({ type: z.literal("hardBreak") })]);
export type StoryInline = z.infer<typeof inline>;

const paragraph = z.object({
  type: z.literal("paragraph"),
  attrs: blockAttrs,
  content: z.array(inline).optional(),
});
const heading = z.object({
  type: z.literal("heading"),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]), dir: direction }),
  content: z.array(inline).optional(),
});
const exhibit = z.object({ type: z.literal("exhibit"), attrs: z.object({ exhibitId: z.uuid() }) });

export type StoryParagraph = z.infer<typeof paragraph>;
export type StoryHeading = z.infer<typeof heading>;
/** An exhibit of the case shown at this place of the story. */
export type StoryExhibit = z.infer<typeof exhibit>;
export type StoryList = {
  type: "bulletList" | "orderedList";
  attrs?: { start?: number };
  content: StoryListItem[];
};
export type StoryListItem = { type: "listItem"; content: (StoryParagraph | StoryList)[] };
export type StoryQuote = {
  type: "blockquote";
  attrs: { dir: BlockDirection };
  content: (StoryParagraph | StoryList)[];
};
export type StoryBlock = StoryParagraph | StoryHeading | StoryList | StoryQuote | StoryExhibit;
export type StoryDoc = { type: "doc"; content: StoryBlock[] };

const list: z.ZodType<StoryList> = z.lazy(() =>
  z.object({
    type: z.enum(["bulletList", "orderedList"]),
    attrs: z.object({ start: z.number().int().optional() }).optional(),
    content: z
      .array(z.object({ type: z.literal("listItem"), content: z.array(z.union([paragraph, list])).min(1) }))
      .min(1),
  }),
);
const quote = z.object({
  type: z.literal("blockquote"),
  attrs: blockAttrs,
  content: z.array(z.union([paragraph, list])).min(1),
});

/** Zod of the whole document; unknown attributes are dropped, unknown nodes and marks refused. */
export const storyDoc: z.ZodType<StoryDoc> = z.object({
  type: z.literal("doc"),
  content: z.array(z.union([paragraph, heading, list, quote, exhibit])),
});

/** A story per language; a missing one is not written. */
export const localizedStory = z.object({ en: storyDoc.optional(), ar: storyDoc.optional() });
export type LocalizedStory = z.infer<typeof localizedStory>;
