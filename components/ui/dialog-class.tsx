/** The looks that dialogs and questions share. */
export const DIALOG_BACKDROP =
  "fixed inset-0 bg-backdrop transition-opacity data-[starting-style]:opacity-0 data-[ending-style]:opacity-0";
export const DIALOG_VIEWPORT = "fixed inset-0 flex items-end justify-center overflow-y-auto sm:items-center sm:p-6";
export const DIALOG_POPUP =
  "w-full max-h-[92dvh] overflow-y-auto border-t-4 border-stamp bg-sheet p-5 text-ink shadow-floating outline-none " +
  "transition-[opacity,translate] data-[starting-style]:translate-y-3 data-[starting-style]:opacity-0 " +
  "data-[ending-style]:opacity-0 sm:rounded-md sm:p-6";
