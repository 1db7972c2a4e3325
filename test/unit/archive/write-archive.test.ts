import { describe, expect, test } from "vitest";
import { buildRecording } from "#test/builders/recording";
import { checkWacz, readZip } from "#test/setup/archive/check-wacz";
import { checkWarc } from "#test/setup/archive/check-warc";
import { field, parseHttp, readWarc } from "#test/setup/archive/read-warc";

describe("a written archive", () => {
  test("is sound, and its WARC is the one inside", async () => {
    const { warc, wacz } = await buildRecording();
    expect(await checkWarc(warc)).toEqual([]);
    expect(await checkWacz(wacz)).toEqual([]);
    expect((await readZip(wacz)).get("archive/data.warc.gz")?.bytes.equals(warc)).toBe(true);
  });

  test("stays sound whatever a server puts into its headers, addresses and status", async () => {
    const { warc, wacz } = await buildRecording([
      { body: "first" },
      {
        url: "http://news.example/%D9%85?q=a,,,b&c=%0d%0a",
        body: Buffer.from([0, 13, 10, 13, 10, 255]),
        statusText: "Fine\r\nx-injected: 1",
        responseHeaders: [
          ["warc-type", "warcinfo"],
          ["warc-date", "a,,,b"],
          ["warc-date", "again"],
          ["x", "a\r\nx-injected: 1"],
          ["y", "مرحبا"],
          ["", "nameless"],
          ["bad name", "1"],
        ],
      },
      { url: "http://news.example/empty", status: 204, statusText: "", body: "", responseHeaders: [] },
      { url: "http://news.example/cut", body: "half", truncated: "disconnect", remoteAddress: "2606:4700::1" },
      {
        url: "http://news.example/post",
        method: "POST",
        requestBody: Buffer.from('{"a":[1,"ب"]}'),
        requestHeaders: [["content-type", "application/json"]],
        body: "posted",
      },
      { url: "http://news.example/post", method: "POST", requestBody: Buffer.from("x=1"), body: "posted again" },
    ]);
    expect(await checkWarc(warc)).toEqual([]);
    expect(await checkWacz(wacz)).toEqual([]);
    const injected = (await readWarc(warc)).flatMap((record) =>
      field(record, "WARC-Type") === "response" ? parseHttp(record.block).headers : [],
    );
    expect(injected.filter(([name]) => name === "x-injected")).toEqual([]);
  });
});

describe("the checks of this test", () => {
  const flip = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy;
  };

  test("see a changed byte anywhere in the WARC and in each member of the WACZ", async () => {
    const { warc, wacz } = await buildRecording();
    // Bytes 4 to 9 of a gzip header say when and where it was packed; nothing rests on them.
    for (const at of [0, 20, Math.floor(warc.length / 2), warc.length - 1]) {
      expect(await checkWarc(flip(warc, at)), `byte ${at}`).not.toEqual([]);
    }
    const inside = wacz.indexOf(warc.subarray(0, 40)) + 60;
    expect(await checkWacz(flip(wacz, inside)).catch(() => ["unreadable"])).not.toEqual([]);
  });

  test("name rules that a record breaks", async () => {
    const { warc } = await buildRecording();
    const records = await readWarc(warc);
    const { gzipSync } = await import("node:zlib");
    const again = (change: (text: string) => string) =>
      Buffer.concat(
        records.map(({ version, fields, block }) => {
          const head = [version, ...fields.map(([name, value]) => `${name}: ${value}`)].join("\r\n");
          return gzipSync(Buffer.concat([Buffer.from(`${change(head)}\r\n\r\n`), block, Buffer.from("\r\n\r\n")]));
        }),
      );
    expect(await checkWarc(again((head) => head))).toEqual([]);
    const broken: [RegExp, string, string][] = [
      [/WARC\/1\.1/, "WARC/1.0", "§4 the version"],
      [/WARC-Date: (.*)Z/, "WARC-Date: $1", "§5.4"],
      [/WARC-Type: request/, "WARC-Type: question", "§5.5"],
      [/WARC-IP-Address: .*/, "WARC-IP-Address: here", "§5.10"],
      [/WARC-Target-URI: .*/, "X: y", "§5.12"],
      [/msgtype=response/, "msgtype=request", "§6.3"],
      [/WARC-Concurrent-To: .*/, "WARC-Concurrent-To: <urn:uuid:00000000-0000-0000-0000-000000000000>", "§5.7"],
      [/(WARC-Block-Digest: sha256:)./, "$1x", "§5.8"],
    ];
    for (const [from, to, rule] of broken) {
      const found = await checkWarc(again((head) => head.replace(from, to)));
      expect(
        found.some((line) => line.startsWith(rule)),
        `${rule}: ${found.join("\n")}`,
      ).toBe(true);
    }
  });
});
