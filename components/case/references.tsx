import { collectReferences } from "#components/case/story-references";
import type { StoryDoc } from "#lib/schemas/story-doc";

/** What the story links to, numbered as in the text and written out, so that it can be followed from paper. */
export function References({ doc, title }: { doc: StoryDoc; title: string }) {
  const references = [...collectReferences(doc)];
  if (references.length === 0) return null;
  return (
    <section aria-labelledby="references-title" className="mt-8 border-t border-hairline pt-3">
      <h3 id="references-title" className="mb-2 text-sm font-semibold text-ink-soft">
        {title}
      </h3>
      <ol className="list-decimal space-y-1 ps-6 text-sm">
        {references.map(([href, number]) => (
          <li key={href} id={`reference-${number}`} className="scroll-mt-6 target:bg-highlight">
            <a className="prose-link print:after:content-none!" href={href} rel="noopener noreferrer nofollow external">
              <bdi dir="ltr" className="break-all">
                {href}
              </bdi>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
