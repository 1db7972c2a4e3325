import { z } from "zod";

const uuid = z.uuid();

/** Whether a text out of an address can be an id; PostgreSQL refuses to compare anything else with one. */
export function isUuid(text: string): boolean {
  return uuid.safeParse(text).success;
}
