import type { z } from "zod";
import { storable } from "#lib/core/text/storable";
import { AppError } from "#lib/errors";

/**
 * Checks input at a boundary. Texts come out as PostgreSQL can keep them (lib/core/text/storable.ts).
 * @returns the parsed value.
 * @throws AppError `bad_input` with `details.fields`: field name → the first problem's code (the message in the schema).
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(storable(input));
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new AppError("bad_input", `Wrong input: ${Object.keys(fields).join(", ")}`, { fields });
}
