import { cp, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import yauzl from "yauzl";
import { walkWarc } from "#lib/adapters/evidence/warc-walk";
import { storedPath } from "#lib/adapters/files/file-paths";
import { summarise } from "#lib/core/evidence/checks/check-line";
import { tokenName } from "#lib/core/evidence/timestamps/token-name";
import { db } from "#lib/data/client";
import { DEMO_POSTS } from "#lib/demo/posts";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { signHead } from "#lib/services/custody/sign-head";
import { drainTimestamps } from "#lib/services/timestamps/drain-timestamps";
import { NO_TRUST } from "#lib/services/verify/trust";
import { verifyBundle } from "#lib/services/verify/verify-bundle";
import { verifyCapture } from "#lib/services/verify/verify-capture";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest } from "#test/capture/run-request";
import { exportBoth, failuresOf, flipByte, zipAsOurs } from "#test/setup/bundle";
import { followByHand, hasByHandTools } from "#test/setup/by-hand";
import { startTestAuthority, type TestAuthority } from "#test/setup/timestamp-authority";

let site: DemoSite;
let authorities: TestAuthority[];
let captureId: string;
let bundle: Awaited<ReturnType<typeof exportBoth>>;

/** One real capture of a post with everything that proves it: two authorities, a signed log, an export. */
beforeAll(async () => {
  site = await startDemoSite({ port: 0 });
  authorities = [await startTestAuthority("First"), await startTestAuthority("Second")];
  setEnv({
    CAPTURE_ALLOW_HOSTS: new URL(site.origin).host,
    DEMO_SITE_ORIGIN: site.origin,
    CAPTURE_TIMEOUT_MS: "20000",
    TIMESTAMP_AUTHORITIES: authorities.map(({ url }) => url).join(","),
    TIMESTAMP_ROOTS: authorities.map(({ rootPath }) => rootPath).join(","),
  });
  const post = DEMO_POSTS.find(({ state, isScripted }) => state === "live" && !isScripted);
  const url = `${site.origin}/p/${post?.id}`;
  const request = await buildCaptureRequest({ kind: "post", platformId: post?.id, url, state: "queued" });
  const { capture } = await captureRequest(request);
  captureId = capture?.id ?? "";
  await drainTimestamps();
  await signHead(new Date());
  await drainTimestamps();
  bundle = await exportBoth(captureId);
}, 120_000);
afterAll(async () => {
  await closeQueue();
  await site.stop();
  await Promise.all(authorities.map(({ stop }) => stop()));
});

/** A copy of the exported folder to do something bad to. */
async function tampered(work: (folder: string) => Promise<unknown>): Promise<string> {
  const folder = await mkdtemp(join(bundle.home, "tampered-"));
  await cp(bundle.folder, folder, { recursive: true });
  await work(folder);
  return folder;
}

/** Where each member's data stands in a zip that stores its members as they are. */
async function membersOf(path: string): Promise<{ name: string; middle: number }[]> {
  const zip = await yauzl.openPromise(path);
  const members: { name: string; middle: number }[] = [];
  for await (const entry of zip.eachEntry()) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    members.push({ name: entry.fileName, middle: fileDataStart + Math.floor(entry.compressedSize / 2) });
  }
  return members;
}

/** What fails in the archive itself. */
async function archiveFailures(): Promise<string[]> {
  const { lines } = await verifyCapture(captureId);
  return [...new Set(lines.filter(({ state }) => state === "fails").map(({ subject }) => subject))];
}

describe("a real capture", () => {
  test("holds in the archive, in its folder and in its zip", async () => {
    const own = await verifyCapture(captureId);
    expect(summarise(own.lines)).toMatchObject({ fails: 0, notMade: 0 });
    expect(own.lines.filter(({ check }) => check === "timestamp")).toHaveLength(2);
    for (const path of [bundle.folder, bundle.zip]) {
      const { lines } = await verifyBundle(path, NO_TRUST);
      expect(summarise(lines).fails).toBe(0);
      const open = lines.filter(({ state }) => state === "not_made").map(({ detail }) => detail);
      // The export itself is newer than the signed state of the log; the keys came with the bundle.
      expect(open).toEqual(["key_from_bundle", "extract_not_covered"]);
    }
  });

  test.runIf(hasByHandTools)("holds for unzip, sha256sum and openssl alone, by the commands of our page", async () => {
    const { failed, said } = await followByHand(bundle.zip);
    expect(failed).toEqual([]);
    expect(said.signature).toContain("Signature Verified Successfully");
    expect(said.time?.match(/Verification: OK/g)).toHaveLength(2);
    expect(said.state?.match(/under the signed state/g)?.length).toBeGreaterThan(2);
  });

  test.runIf(hasByHandTools)("does not hold for them once it was changed, even with lists made anew", async () => {
    const forged = async (work: (folder: string) => Promise<unknown>) => {
      const folder = await tampered(work);
      const zip = await zipAsOurs(folder, captureId);
      return (await followByHand(zip)).failed;
    };
    expect(await forged((folder) => flipByte(join(folder, "data/dom.html")))).toEqual(["manifest", "added"]);
    expect(await forged((folder) => writeFile(join(folder, "data/more.txt"), "more"))).toEqual(["added"]);
    expect(await forged((folder) => rm(join(folder, "data/text.txt")))).toEqual(["manifest"]);
    expect(await forged((folder) => flipByte(join(folder, "proof/manifest.sig")))).toEqual(["signature"]);
    expect(await forged((folder) => flipByte(join(folder, "proof/custody.jsonl"), 40))).toEqual(["custody"]);
    const manifest = await forged((folder) => flipByte(join(folder, "data/manifest.json"), -20));
    expect(manifest).toEqual(expect.arrayContaining(["signature", "time", "custody"]));
    const tokens = (await readdir(join(bundle.folder, "proof"))).filter((name) => /^manifest-.*tsr$/.test(name));
    expect(await forged((folder) => flipByte(join(folder, "proof", tokens[0] ?? ""), -20))).toEqual(["time"]);
    const head = await forged((folder) => flipByte(join(folder, "proof/custody-head.json"), 60));
    expect(head).toContain("state");
  });

  test("a changed byte in any file of the bundle is named, and nothing else is", async () => {
    const files = (await readdir(bundle.folder, { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    for (const file of files) {
      const path = relative(bundle.folder, join(file.parentPath, file.name));
      const failures = await failuresOf(await tampered((folder) => flipByte(join(folder, path))));
      // Of a recording the damaged member or record is named as well, of the custody lines the event; of a statement and
      // its signature nobody can say which of the two was changed.
      const parts = /^data\/capture\.wa[cr][cz]|^#\d+$|^proof\/custody-head\.json$/;
      const others = failures.filter((subject) => subject !== path && !parts.test(subject));
      if (path !== "tagmanifest-sha256.txt") expect({ path, others }).toEqual({ path, others: [] });
      expect(failures, path).not.toEqual([]);
    }
  });

  test("a changed byte in any member of the WACZ is named by the member", async () => {
    const wacz = join("data", "capture.wacz");
    for (const { name, middle } of await membersOf(join(bundle.folder, wacz))) {
      const failures = await failuresOf(await tampered((folder) => flipByte(join(folder, wacz), middle)));
      expect(failures).toEqual(["data/capture.wacz", `data/capture.wacz!${name}`]);
    }
  });

  test("a changed byte in any record of the WARC is named by the record", async () => {
    const warc = join("data", "capture.warc.gz");
    const { size } = await stat(join(bundle.folder, warc));
    const starts: number[] = [];
    for await (const { offset } of walkWarc(join(bundle.folder, warc))) starts.push(offset);
    expect(starts.length).toBeGreaterThan(4);
    for (const [index, start] of starts.entries()) {
      const middle = Math.floor((start + (starts[index + 1] ?? size)) / 2);
      const failures = await failuresOf(await tampered((folder) => flipByte(join(folder, warc), middle)));
      expect(failures).toEqual(["data/capture.warc.gz", `data/capture.warc.gz#${index + 1}`]);
    }
  });

  test("in the archive, a changed byte in any stored file is named by its name", async () => {
    const artifacts = await db().artifact.findMany({ where: { captureId } });
    for (const { name, sha256 } of artifacts) {
      const path = storedPath(sha256);
      await flipByte(path);
      const failures = await archiveFailures();
      await flipByte(path);
      expect(failures[0]).toBe(name);
      expect(failures.filter((subject) => !subject.startsWith(name))).toEqual([]);
    }
    expect(await archiveFailures()).toEqual([]);
  });

  test("in the archive, a changed row is named: of the log, of the files, of the tokens", async () => {
    const asOwner = async (table: string, sql: string) => {
      await db().$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
      await db().$executeRawUnsafe(sql);
      await db().$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER ALL`);
    };
    const rows = await db().custodyEvent.findMany({ orderBy: { seq: "asc" }, select: { seq: true, actorName: true } });
    for (const { seq, actorName } of rows) {
      await asOwner("custody_event", `UPDATE custody_event SET actor_name = 'somebody else' WHERE seq = ${seq}`);
      expect(await archiveFailures()).toEqual([`#${seq}`]);
      await asOwner("custody_event", `UPDATE custody_event SET actor_name = '${actorName}' WHERE seq = ${seq}`);
    }
    await asOwner("artifact", `UPDATE artifact SET bytes = bytes + 1 WHERE name = 'dom.html'`);
    expect(await archiveFailures()).toEqual(["dom.html"]);
    await asOwner("artifact", `UPDATE artifact SET bytes = bytes - 1 WHERE name = 'dom.html'`);
    const token = await db().timestampRequest.findFirstOrThrow({ where: { subjectId: captureId } });
    const other = token.tokenSha256?.replace(/^./, (digit) => (digit === "0" ? "1" : "0"));
    await asOwner(
      "timestamp_request",
      `UPDATE timestamp_request SET token_sha256 = '${other}' WHERE id = '${token.id}'`,
    );
    expect(await archiveFailures()).toEqual([tokenName(token.authority)]);
    await asOwner(
      "timestamp_request",
      `UPDATE timestamp_request SET token_sha256 = '${token.tokenSha256}' WHERE id = '${token.id}'`,
    );
    expect(await archiveFailures()).toEqual([]);
  });
});
