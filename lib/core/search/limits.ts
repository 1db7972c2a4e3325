/** More than that is no search but a text: its copies are what is looked for, and addresses have an end. */
export const MAX_SEARCH_CHARS = 1_000;

/** Results in one exported file at most: what a spreadsheet still opens with ease. */
export const MAX_EXPORTED = 10_000;
