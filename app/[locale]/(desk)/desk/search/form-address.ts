/** The search form; fields elsewhere on the page belong to it by this id. */
export const FORM_ID = "search-form";

export function findForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>(`#${FORM_ID}`);
}

/** The box for words; the form always has it. */
export function boxOf(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem("q") as HTMLInputElement;
}

/** The words that an address looks for. */
export function wordsOf(address: string): string {
  return new URLSearchParams(address).get("q") ?? "";
}

/**
 * What the form says now as an address; empty fields and the usual order are left out.
 * @param base the address that was asked for last: filters without a field in the form are taken from it, because those
 *   in the page are older while an answer is on its way.
 */
export function readForm(form: HTMLFormElement, base: string): string {
  const fields = [...form.elements].filter(isField);
  const own = new Set(fields.map(({ name }) => name));
  const typed = fields.flatMap((field): [string, string][] => {
    const isSet = field instanceof HTMLInputElement && field.type === "checkbox" ? field.checked : field.value !== "";
    return isSet && !(field.name === "sort" && field.value === "relevance") ? [[field.name, field.value]] : [];
  });
  const kept = [...new URLSearchParams(base)].filter(([name]) => !own.has(name) && name !== "page");
  return new URLSearchParams([...kept, ...typed].sort(([a], [b]) => Number(b === "q") - Number(a === "q"))).toString();
}

/** Hidden ones repeat the filters for browsers without scripts. */
function isField(element: Element): element is HTMLInputElement | HTMLSelectElement {
  return element instanceof HTMLSelectElement || (element instanceof HTMLInputElement && element.type !== "hidden");
}

/** Puts an address into the form's fields. Hidden ones are the page's. @param withWords whether the box is set too. */
export function fillForm(form: HTMLFormElement, address: string, withWords: boolean): void {
  const values = new URLSearchParams(address);
  const given = (name: string) => values.get(name) ?? "";
  for (const field of [...form.elements].filter(isField)) {
    if (field instanceof HTMLSelectElement) field.value = given(field.name) || "relevance";
    else if (field.type === "checkbox") field.checked = given(field.name) === field.value;
    // The caret stays where it is when nothing changes.
    else if ((field.name !== "q" || withWords) && field.value !== given(field.name)) field.value = given(field.name);
  }
}

/** Whether two addresses ask the same, in whatever order. */
export function sameSearch(a: string, b: string): boolean {
  const sorted = (address: string) => {
    const pairs = new URLSearchParams(address);
    pairs.sort();
    return pairs.toString();
  };
  return sorted(a) === sorted(b);
}
