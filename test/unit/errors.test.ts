import { describe, expect, test } from "vitest";
import { toAppError } from "#lib/errors";

const failure = (properties: object) => Object.assign(new Error("words of the driver"), properties);
const byDriver = (cause: object) => failure({ code: "P2039", meta: { driverAdapterError: { cause } } });

describe("what becomes of errors that are not ours", () => {
  test.each([
    ["a full disk", failure({ code: "ENOSPC" }), "storage_failed"],
    ["a folder of somebody else", failure({ code: "EACCES" }), "storage_failed"],
    ["a full disk under PostgreSQL", failure({ code: "53100" }), "storage_failed"],
    ["the same, told by Prisma", byDriver({ kind: "postgres", originalCode: "53100" }), "storage_failed"],
    ["a database that is down", failure({ code: "ECONNREFUSED" }), "database_down"],
    ["a database that goes down, told by Prisma", byDriver({ originalCode: "57P01" }), "database_down"],
    ["a database that cannot be reached, told by Prisma", byDriver({ kind: "DatabaseNotReachable" }), "database_down"],
    ["anything else", byDriver({ kind: "postgres", originalCode: "42P01" }), "internal"],
    ["something that is no error", "words", "internal"],
  ])("%s", (_, thrown, code) => {
    const error = toAppError(thrown);
    expect(error).toMatchObject({ code, cause: thrown });
    expect(error.message).toContain("words");
  });
});
