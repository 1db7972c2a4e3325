import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import yazl from "yazl";
import { incomingFolder, storedPath } from "#lib/adapters/files/file-paths";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import type { Actor } from "#lib/permissions/actor";
import { openThumbnail } from "#lib/services/artifacts/open-thumbnail";
import { checkSupplied } from "#lib/services/supplied/check-supplied";
import { getSupplied } from "#lib/services/supplied/get-supplied";
import { listSupplied } from "#lib/services/supplied/list-supplied";
import { openSupplied } from "#lib/services/supplied/open-supplied";
import { receiveSupplied } from "#lib/services/supplied/receive-supplied";
import { buildPerson } from "#test/builders/person";

let editor: Actor;
beforeAll(async () => {
  editor = await buildPerson({ role: "editor" });
});
afterEach(() => setEnv({ SUPPLIED_MAX_BYTES: undefined }));

const supply = (bytes: Buffer, more: object = {}) =>
  receiveSupplied(editor, { fileName: "from-whatsapp.bin", ...more }, Readable.from([bytes]));

const png = (shade: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: shade, g: 0, b: 0 } } })
    .png()
    .toBuffer();

async function zip(names: string[]): Promise<Buffer> {
  const file = new yazl.ZipFile();
  for (const name of names) file.addBuffer(Buffer.from(name), name);
  file.end();
  return Buffer.concat(await Readable.from(file.outputStream).toArray());
}

describe("a supplied file", () => {
  test("that a telephone saved lying on its side has the measures and the small picture of how it is shown", async () => {
    const lying = await sharp({ create: { width: 400, height: 200, channels: 3, background: { r: 9, g: 0, b: 0 } } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { id } = await supply(lying);
    expect(await getSupplied(editor, id)).toMatchObject({ width: 200, height: 400 });
    const small = await openThumbnail(await openSupplied(editor, id), 160);
    expect(await sharp(small).metadata()).toMatchObject({ width: 160, height: 320 });
  });

  test("is kept byte for byte, typed by its content whatever its name, with its custody line", async () => {
    const bytes = await png(1);
    const { id, isNew } = await supply(bytes, {
      fileName: "evil.html",
      origin: "شاهد طلب عدم ذكر اسمه",
      claimedUrl: "https://x.com/someone/status/1",
      claimedAt: "2018-08-26T14:02",
    });
    expect(isNew).toBe(true);
    const item = await getSupplied(editor, id);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect(item).toMatchObject({
      format: "png",
      mediaType: "image/png",
      width: 40,
      height: 30,
      sha256,
      bytes: bytes.length,
    });
    expect(item).toMatchObject({ fileName: "evil.html", suppliedBy: editor.name, claimedAt: "2018-08-26T14:02" });
    expect(item.custody.map(({ action }) => action)).toEqual(["supplied.received"]);
    expect(Buffer.concat(await (await (await openSupplied(editor, id)).open()).toArray())).toEqual(bytes);
  });

  test("that came before is not kept twice, also when two people send it at once, but each hand it came from is noted", async () => {
    const bytes = await png(2);
    const results = await Promise.all([supply(bytes), supply(bytes), supply(bytes)]);
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await db().suppliedItem.count({ where: { sha256: createHash("sha256").update(bytes).digest("hex") } })).toBe(
      1,
    );
    const { custody } = await getSupplied(editor, results[0]?.id ?? "");
    const again = "supplied.received_again";
    expect(custody.map(({ action }) => action)).toEqual(["supplied.received", again, again]);
  });

  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    [
      "a WACZ",
      () => zip(["archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl", "datapackage.json"]),
      "wacz",
    ],
    ["a packed WARC", () => gzipSync(`WARC/1.1\r\n${"WARC-Type: warcinfo\r\n".repeat(200_000)}`), "warc"],
    ["a HAR", () => Buffer.from('\uFEFF{"log":{"version":"1.2","entries":[]}}'), "har"],
    ["a PDF", () => Buffer.from("%PDF-1.4\n%%EOF"), "pdf"],
  ])("%s is known by what is inside", async (_, make, format) => {
    const { id } = await supply(await make());
    expect(await getSupplied(editor, id)).toMatchObject({ format, width: null });
  });

  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ["an empty file", () => Buffer.alloc(0)],
    ["a ZIP of something else", () => zip(["word/document.xml"])],
    ["gzip of something else", () => gzipSync("hello")],
    ["JSON that is no HAR", () => Buffer.from('{"log":[]}')],
    ["half a picture", async () => (await png(3)).subarray(0, 60)],
    ["a program", () => Buffer.from("\x7fELF")],
  ])("%s is refused and nothing is kept", async (_, make) => {
    const before = await db().suppliedItem.count();
    await expect(supply(await make())).rejects.toMatchObject({ code: "file_not_accepted" });
    expect(await db().suppliedItem.count()).toBe(before);
    expect(await readdir(incomingFolder())).toEqual([]);
  });

  test("that is too large is refused while it comes, without being read to its end", async () => {
    setEnv({ SUPPLIED_MAX_BYTES: "1000000" });
    let sent = 0;
    const endless = async function* () {
      for (;;) {
        sent += 100_000;
        yield Buffer.alloc(100_000, "%PDF-1.4");
      }
    };
    await expect(receiveSupplied(editor, { fileName: "a.pdf" }, endless())).rejects.toMatchObject({
      code: "file_too_large",
    });
    expect(sent).toBeLessThan(5_000_000);
    expect(await readdir(incomingFolder())).toEqual([]);
  });

  test("whose sender goes away leaves nothing", async () => {
    const cut = async function* () {
      yield Buffer.from("%PDF-1.4");
      throw new Error("aborted");
    };
    await expect(receiveSupplied(editor, { fileName: "a.pdf" }, cut())).rejects.toMatchObject({ code: "upload_cut" });
    expect(await readdir(incomingFolder())).toEqual([]);
  });

  test.each([
    ["fileName", { fileName: " " }],
    ["claimedUrl", { claimedUrl: "javascript:alert(1)" }],
    ["claimedAt", { claimedAt: "yesterday" }],
    ["note", { note: "x".repeat(1_001) }],
  ])("with a wrong %s is refused before anything is read", async (field, wrong) => {
    const fields = expect.objectContaining({ [field]: expect.any(String) });
    await expect(supply(await png(4), wrong)).rejects.toMatchObject({ code: "bad_input", details: { fields } });
  });

  test("cannot be changed or removed in the database, and a changed byte is found", async () => {
    const { id } = await supply(await png(5));
    await expect(db().suppliedItem.update({ where: { id }, data: { note: "else" } })).rejects.toThrow(/evidence/);
    await expect(db().suppliedItem.delete({ where: { id } })).rejects.toThrow(/evidence/);
    expect(await checkSupplied(editor, id)).toBe("holds");
    const { sha256 } = await getSupplied(editor, id);
    await writeFile(join(storedPath(sha256)), "changed");
    expect(await checkSupplied(editor, id)).toBe("changed");
    const { custody } = await getSupplied(editor, id);
    expect(custody.map(({ action }) => action)).toEqual(["supplied.received", "supplied.checked", "supplied.checked"]);
  });

  test("is for the desk only until a published case shows it", async () => {
    const { id } = await supply(await png(6));
    await expect(openSupplied(null, id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is listed newest first and found by its words and kind", async () => {
    const { id } = await supply(await png(7), { note: "صورة من مجموعة" });
    const found = await listSupplied(editor, { q: "من مجموعة", format: "png", page: 1 });
    expect(found.items.map((item) => item.id)).toEqual([id]);
    expect((await listSupplied(editor, { q: "", format: "", page: 1 })).items[0]?.id).toBe(id);
  });
});
