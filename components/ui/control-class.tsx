/** The looks of everything one can type into or choose from. */
export const controlClass =
  "w-full rounded-md border border-edge bg-sheet px-3 py-1.5 text-base text-ink min-h-10 " +
  "placeholder:text-ink-faint hover:border-ink-soft disabled:opacity-55 " +
  "data-[invalid]:border-bad data-[invalid]:border-2 " +
  // iOS zooms into anything smaller than 16 px.
  "max-sm:text-[1rem]";
