/** The text fields of a submitted form by name; files and Next's own fields are left out. */
export function formFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string" && !name.startsWith("$")) fields[name] = value;
  return fields;
}
