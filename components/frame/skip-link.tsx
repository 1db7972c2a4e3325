/** The first stop of the keyboard: past the navigation, to what the page is about. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="sr-only z-50 bg-ink px-4 py-2 font-semibold text-paper focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
    >
      {label}
    </a>
  );
}
