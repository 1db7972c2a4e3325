import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walkWarc } from "#lib/adapters/evidence/warc-walk";
import { base32 } from "#lib/core/evidence/checks/warc-record";

// Records are written here from the specification (WARC 1.1), not by our writer.
const BODY = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\ncaptured words";
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

type Fields = Record<string, string | null>;

function record(changes: Fields = {}, body = BODY, end = "\r\n\r\n"): Buffer {
  const fields: Fields = {
    "WARC-Type": "response",
    "WARC-Record-ID": "<urn:uuid:7b0f8f0e-4c0f-4c9e-9d43-2f2f1a6a9c11>",
    "WARC-Date": "2026-11-23T10:00:00.123Z",
    "WARC-Target-URI": "https://example.org/",
    "Content-Type": "application/http;msgtype=response",
    "WARC-Block-Digest": `sha256:${sha256(BODY)}`,
    "WARC-Payload-Digest": `sha256:${sha256("captured words")}`,
    "Content-Length": String(body.length),
    ...changes,
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return Buffer.from(["WARC/1.1", ...lines, "", body].join("\r\n") + end);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "daleel-warc-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function problemsOf(...members: Buffer[]): Promise<(string | undefined)[]> {
  const path = join(folder, "test.warc.gz");
  await writeFile(path, Buffer.concat(members));
  const problems: (string | undefined)[] = [];
  for await (const { problem } of walkWarc(path)) problems.push(problem);
  return problems;
}

const problemOf = async (bytes: Buffer) => (await problemsOf(gzipSync(bytes)))[0];

describe("a WARC file", () => {
  test("whose records are right has nothing against it, in whatever spelling its digests are", async () => {
    const sha1 = `sha1:${base32(createHash("sha1").update(BODY).digest())}`;
    const members = [record(), record({ "WARC-Block-Digest": sha1, "WARC-Payload-Digest": null })];
    expect(await problemsOf(...members.map((member) => gzipSync(member)))).toEqual([undefined, undefined]);
  });

  test("packed again after a change is caught by the digests", async () => {
    const forged = BODY.replace("captured", "invented");
    expect(await problemOf(record({}, forged))).toBe("its WARC-Block-Digest is another");
    expect(await problemOf(record({ "WARC-Block-Digest": `sha256:${sha256(forged)}` }, forged))).toBe(
      "its WARC-Payload-Digest is another",
    );
  });

  test.each([
    ["Content-Length", record({ "Content-Length": String(BODY.length + 40) }), /shorter than its Content-Length/],
    ["too much", record({ "Content-Length": "20", "WARC-Block-Digest": null }), /something follows its end/],
    ["no line ends", record({}, BODY, "\r\n"), /does not end with two line ends/],
    ["no target", record({ "WARC-Target-URI": null }), /without WARC-Target-URI/],
    ["no date", record({ "WARC-Date": "yesterday" }), /WARC-Date/],
    ["no id", record({ "WARC-Record-ID": null }), /WARC-Record-ID/],
    ["another type", record({ "WARC-Type": "rumour" }), /WARC-Type rumour/],
    ["a digest nobody knows", record({ "WARC-Block-Digest": "md4:00" }), /cannot be computed/],
    ["a field twice", record({ "warc-date": "2026-11-23T10:00:00Z" }), /stands there twice/],
    ["no record", Buffer.from("<html>"), /no header|does not begin/],
  ])("with a record that is wrong says how: %s", async (_, bytes, problem) => {
    expect(await problemOf(bytes)).toMatch(problem);
  });

  test("goes on with the next record after one that was damaged, so that one change is one report", async () => {
    const members = [record(), record(), record()].map((member) => gzipSync(member));
    const damaged = Buffer.from(members[1] ?? "");
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 0xff;
    const problems = await problemsOf(members[0] ?? damaged, damaged, members[2] ?? damaged);
    expect(problems.map((problem) => problem !== undefined)).toEqual([false, true, false]);
    const [none] = await problemsOf(Buffer.from("not gzip at all"));
    expect(none).toBe("is not a gzip member of its own");
  });

  test("with two records in one gzip member is not one that can be read record by record", async () => {
    expect(await problemOf(Buffer.concat([record(), record()]))).toMatch(/something follows its end/);
  });
});
