import { Readable } from "node:stream";
import { beforeAll, expect, test } from "vitest";
import yazl from "yazl";
import type { Actor } from "#lib/permissions/actor";
import { mainPageOf, openPermittedRecording, openSuppliedRecording } from "#lib/services/replay/open-recording";
import { receiveSupplied } from "#lib/services/supplied/receive-supplied";
import { buildPerson } from "#test/builders/person";

let editor: Actor;

beforeAll(async () => {
  editor = await buildPerson({ role: "editor" });
});

async function supply(bytes: Buffer): Promise<string> {
  return (await receiveSupplied(editor, { fileName: "recording" }, Readable.from([bytes]))).id;
}

async function wacz(about: object): Promise<Buffer> {
  const file = new yazl.ZipFile();
  file.addBuffer(Buffer.from(JSON.stringify(about)), "datapackage.json");
  for (const name of ["archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"]) {
    file.addBuffer(Buffer.from(name), name);
  }
  file.end();
  return Buffer.concat(await Readable.from(file.outputStream).toArray());
}

test("a supplied recording is replayed for those who may read it, and never counts as a capture's", async () => {
  const id = await supply(await wacz({ mainPageUrl: "https://news.example/a", mainPageDate: "2018-08-26T14:02:11Z" }));
  await expect(openSuppliedRecording(null, id)).rejects.toMatchObject({ code: "not_found" });
  const recording = await openSuppliedRecording(editor, id);
  expect(recording).toMatchObject({ id, format: "wacz", isSupplied: true });
  expect(await mainPageOf(recording)).toMatchObject({ url: "https://news.example/a" });
  expect(await openPermittedRecording(id)).toMatchObject({ id, isSupplied: true });
});

test.each([
  ["a WACZ of other software, which names no page", () => wacz({ resources: [] }), "wacz"],
  ["a WACZ that names something else as its page", () => wacz({ mainPageUrl: "javascript:alert(1)" }), "wacz"],
  ["a WARC", async () => Buffer.from("WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"), "warc"],
])("%s begins with the list of its pages", async (_, build, format) => {
  const recording = await openSuppliedRecording(editor, await supply(await build()));
  expect(recording.format).toBe(format);
  expect(await mainPageOf(recording)).toBeNull();
});

test("other supplied files are no recordings", async () => {
  const id = await supply(Buffer.from("<!doctype html><html><p>page</p></html>"));
  await expect(openSuppliedRecording(editor, id)).rejects.toMatchObject({ code: "not_found" });
});
