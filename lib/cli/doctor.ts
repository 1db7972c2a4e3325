import { findMeiliProgram } from "#lib/adapters/search/meilisearch/find-program";
import { findMissingRights } from "#lib/adapters/search/meilisearch/keys";
import { judgeVersion } from "#lib/adapters/search/meilisearch/version";
import { askVersion } from "#lib/cli/run/open-search";
import { withDatabase } from "#lib/cli/run/with-database";
import { withSearch } from "#lib/cli/run/with-search";
import { env, searchPath } from "#lib/env";
import { toAppError } from "#lib/errors";
import { captureBrowser } from "#lib/services/captures/browser-runtime";
import { checkSearch } from "#lib/services/search/check-search";

/** What to install so that every script of the glyph test is drawn, on Debian and its relatives. */
const FONT_PACKAGES = "fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji";

const say = (line: string) => void process.stdout.write(`  ${line}\n`);

/**
 * `npm run daleel -- doctor`: tests the browser of this machine as a worker does when it starts, looks at the search
 * engine, and says what it found.
 * @throws AppError `self_test_failed` naming the ruler that came out wrong, `browser_failed`, `start_failed`.
 */
export async function doctorCommand(): Promise<void> {
  await examineSearch();
  await examineBrowser();
}

async function examineBrowser(): Promise<void> {
  const { version, origin, sandbox, missingGlyphs } = await captureBrowser();
  say(`Browser: ${version} (${origin})`);
  say(`Sandbox: ${sandbox}`);
  say("Pictures: every ruler is true (tall, wide, right to left, at twice the pixels)");
  if (missingGlyphs.length === 0) {
    say("Fonts: every script of the test is drawn");
    return;
  }
  say(`Fonts: warning, nothing on this machine draws ${missingGlyphs.join(", ")}; pictures show empty boxes for them.`);
  say(`       On Debian: apt-get install ${FONT_PACKAGES}`);
}

/** A search that is ill is no reason not to look at the rest. */
async function examineSearch(): Promise<void> {
  const isGiven = env().MEILI_URL !== undefined;
  try {
    const program = isGiven ? undefined : await findMeiliProgram(env().MEILI_BIN, searchPath());
    if (program) say(`Meilisearch: ${program.path}, version ${program.version?.text ?? "unknown"}`);
    await withDatabase(() => withSearch(sayHowSearchIs));
  } catch (thrown) {
    say(`Search: cannot be looked at. ${toAppError(thrown).message}`);
  }
}

async function sayHowSearchIs(): Promise<void> {
  const { ok, detail, toFill, filledAt, lag } = await checkSearch();
  say(`Search: ${ok ? detail : `not there. ${detail}`}`);
  if (env().MEILI_URL) await sayHowServerIs(env().MEILI_URL ?? "", env().MEILI_KEY ?? "");
  if (toFill) say(`        Its index is to be filled: ${toFill}. The worker does that by itself.`);
  else if (filledAt) say(`        Its index was filled at ${filledAt.toISOString()} and holds what it should.`);
  const { waiting, oldestSeconds, failed, problem } = lag;
  if (waiting > 0) say(`        ${waiting} changes wait to be made searchable, the oldest for ${oldestSeconds} s.`);
  if (failed > 0) say(`        ${failed} of them failed and are tried again, the last: ${problem}`);
}

async function sayHowServerIs(url: string, key: string): Promise<void> {
  try {
    const version = await askVersion(url, key);
    const { advice } = judgeVersion(version);
    // A key for certain indexes may not ask for the version.
    say(`        Server at ${url}${version ? `, version ${version.text}` : ""}.`);
    if (version && advice) say(`        ${advice}`);
    const missing = await findMissingRights(url, key, env().MEILI_INDEX);
    if (missing.length > 0) say(`        Its key lacks the rights ${missing.join(", ")}.`);
  } catch (thrown) {
    say(`        ${toAppError(thrown).message}`);
  }
}
