import { Fragment, type ReactNode } from "react";
import { collectReferences, groupInlines, type InlineGroup } from "#components/case/story-references";
import type { StoryBlock, StoryDoc, StoryInline, StoryList, StoryParagraph } from "#lib/schemas/story-doc";

type Context = {
  references: ReadonlyMap<string, number>;
  /** What to show where the story names an exhibit; null when the case has no such exhibit any more. */
  exhibit: (exhibitId: string) => ReactNode;
};

/** The words of one text node inside its weights and slants. Links are the group's business. */
function Text({ node }: { node: Extract<StoryInline, { type: "text" }> }) {
  const marks = new Set(node.marks?.map((mark) => mark.type));
  let content: ReactNode = node.text;
  if (marks.has("italic")) content = <em>{content}</em>;
  if (marks.has("bold")) content = <strong className="font-semibold">{content}</strong>;
  return content;
}

function Inlines({ nodes }: { nodes: readonly StoryInline[] }) {
  const numbered = nodes.map((node, at) => ({ key: `${at}`, node }));
  return numbered.map(({ key, node }) =>
    node.type === "hardBreak" ? <br key={key} /> : <Text key={key} node={node} />,
  );
}

/** A run of text; a linked one carries the number of its reference, so that it can be followed on paper. */
function Group({ group, context }: { group: InlineGroup; context: Context }) {
  if (!group.href) return <Inlines nodes={group.nodes} />;
  const number = context.references.get(group.href);
  return (
    <>
      <a className="prose-link print:after:content-none!" href={group.href} rel="noopener noreferrer nofollow external">
        <Inlines nodes={group.nodes} />
      </a>
      {number ? (
        <sup className="ms-0.5 font-sans text-xs leading-none">
          <a className="text-ink-soft hover:underline" href={`#reference-${number}`}>
            <bdi>[{number}]</bdi>
          </a>
        </sup>
      ) : null}
    </>
  );
}

function Line({ content, context }: { content: readonly StoryInline[] | undefined; context: Context }) {
  const groups = groupInlines(content ?? []).map((group, at) => ({ key: `${at}`, group }));
  return groups.map(({ key, group }) => <Group key={key} group={group} context={context} />);
}

function List({ list, context }: { list: StoryList; context: Context }) {
  const items = list.content.map((item, at) => ({ key: `${at}`, item }));
  const children = items.map(({ key, item }) => (
    <li key={key} className="ps-1 marker:text-ink-faint">
      <Blocks blocks={item.content} context={context} />
    </li>
  ));
  if (list.type === "orderedList") {
    return (
      <ol className="list-decimal space-y-2 ps-6" start={list.attrs?.start}>
        {children}
      </ol>
    );
  }
  return <ul className="list-disc space-y-2 ps-6">{children}</ul>;
}

function Block({ block, context }: { block: StoryBlock | StoryParagraph; context: Context }) {
  switch (block.type) {
    case "paragraph":
      return (
        <p dir={block.attrs.dir}>
          <Line content={block.content} context={context} />
        </p>
      );
    case "heading": {
      const Heading = block.attrs.level === 2 ? "h3" : "h4";
      return (
        <Heading dir={block.attrs.dir} className="pt-3 font-serif text-xl font-semibold">
          <Line content={block.content} context={context} />
        </Heading>
      );
    }
    case "bulletList":
    case "orderedList":
      return <List list={block} context={context} />;
    case "blockquote":
      return (
        <blockquote dir={block.attrs.dir} className="border-s-2 border-stamp ps-5 text-ink-soft">
          <Blocks blocks={block.content} context={context} />
        </blockquote>
      );
    case "exhibit":
      return context.exhibit(block.attrs.exhibitId);
  }
}

function Blocks({ blocks, context }: { blocks: readonly (StoryBlock | StoryParagraph)[]; context: Context }) {
  const numbered = blocks.map((block, at) => ({ key: `${at}`, block }));
  return numbered.map(({ key, block }) => (
    <Fragment key={key}>
      <Block block={block} context={context} />
    </Fragment>
  ));
}

/**
 * A story as elements: every node and mark of the schema has one, text is only ever text. Its subheadings continue
 * below the page's own second level.
 */
export function Story({ doc, exhibit }: { doc: StoryDoc; exhibit: Context["exhibit"] }) {
  const context: Context = { references: collectReferences(doc), exhibit };
  return (
    <div className="space-y-5 font-serif text-reading">
      <Blocks blocks={doc.content} context={context} />
    </div>
  );
}
