import { expect, test } from "vitest";
import { diffSchema } from "#lib/data/migrations";
import { env } from "#lib/env";

test("the migrations make exactly what schema.prisma says", async () => {
  expect(await diffSchema(env().DATABASE_URL ?? "")).toBe("");
});
