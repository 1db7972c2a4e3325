import { captureBrowser } from "#lib/services/captures/browser-runtime";

/** What to install so that every script of the glyph test is drawn, on Debian and its relatives. */
const FONT_PACKAGES = "fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji";

/**
 * `npm run daleel -- doctor`: tests the browser of this machine as a worker does when it starts, and says what it found.
 * @throws AppError `self_test_failed` naming the ruler that came out wrong, `browser_failed`, `start_failed`.
 */
export async function doctorCommand(): Promise<void> {
  const { version, origin, sandbox, missingGlyphs } = await captureBrowser();
  const say = (line: string) => void process.stdout.write(`  ${line}\n`);
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
