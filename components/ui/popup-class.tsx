/** The looks of everything that floats above the page. */
export const popupClass =
  "rounded-md border border-edge bg-sheet text-ink shadow-floating outline-none transition-opacity " +
  "data-[starting-style]:opacity-0 data-[ending-style]:opacity-0";

/** One line of a menu, a select or a combobox. */
export const optionClass =
  "flex min-h-9 cursor-pointer select-none items-center gap-2.5 px-3 py-1 text-base outline-none " +
  "data-[highlighted]:bg-wash data-[disabled]:cursor-not-allowed data-[disabled]:opacity-55";
