import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { mediaTypeOf } from "#lib/core/posts/media-type";

const brand = (name: string) => Buffer.from(`\0\0\0\x20ftyp${name}\0\0\0\0`, "latin1");

test.each([
  ["image/jpeg", "jpg", readFileSync("lib/demo/media/bill.jpg")],
  ["image/png", "png", readFileSync("lib/demo/media/meter.png")],
  ["video/webm", "webm", readFileSync("lib/demo/media/needle.webm")],
  ["image/gif", "gif", Buffer.from("GIF89a")],
  ["video/mp4", "mp4", brand("isom")],
  ["video/mp4", "mp4", brand("mp42")],
  ["video/quicktime", "mov", brand("qt  ")],
  ["image/avif", "avif", brand("avif")],
])("%s is known by its first bytes", (mediaType, extension, bytes) => {
  expect(mediaTypeOf(bytes)).toMatchObject({ mediaType, extension });
});

test("WebP as sharp writes it", async () => {
  const webp = await sharp({ create: { width: 1, height: 1, channels: 3, background: "red" } })
    .webp()
    .toBuffer();
  expect(mediaTypeOf(webp)?.mediaType).toBe("image/webp");
});

test.each([
  "",
  "<!doctype html><title>not found</title>",
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  "#EXTM3U\n#EXT-X-VERSION:3",
  "RIFF\0\0\0\0WAVE",
  "\x1a\x45\xdf\xa3\x42\x82\x88matroska webm",
  "%PDF-1.7",
])("%j is neither a picture nor a film", (text) => {
  expect(mediaTypeOf(Buffer.from(text, "latin1"))).toBeUndefined();
});
