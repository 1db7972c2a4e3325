import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A file of the project, for tests about the project itself. */
export type SourceFile = { path: string; text: string };

/** Every file under these folders with one of these endings; generated files left out. */
export function sourceFiles(folders: string[], endings: string[]): SourceFile[] {
  const root = process.cwd();
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .filter((path) => !path.includes("generated"))
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") })),
  );
}

/** The modules a file imports, as project paths without ending (`lib/errors`), packages left out. */
export function projectImports({ path, text }: SourceFile): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
    const target = match[1] ?? "";
    if (target.startsWith("#")) found.push(target.slice(1));
    else if (target.startsWith(".")) found.push(join(path, "..", target).replace(/\.(tsx?|js)$/, ""));
  }
  return found;
}
