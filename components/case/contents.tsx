/** Jump links to the parts of the page; beside the text on wide screens, left out elsewhere, where scrolling is short. */
export function Contents({ title, sections }: { title: string; sections: readonly { id: string; title: string }[] }) {
  return (
    <nav aria-label={title} className="hidden print-hidden lg:block">
      <div className="sticky top-6 border-t border-ink pt-4">
        <p className="kicker mb-2 text-ink-faint">{title}</p>
        <ol className="space-y-1.5 text-sm">
          {sections.map((section) => (
            <li key={section.id}>
              <a className="text-ink-soft hover:text-ink hover:underline" href={`#${section.id}`}>
                {section.title}
              </a>
            </li>
          ))}
        </ol>
      </div>
    </nav>
  );
}
