import { describe, expect, test } from "vitest";
import { projectImports, sourceFiles } from "#test/setup/source-files";

/** What each room may import besides itself; ARCHITECTURE.md has the same table in words. */
const SERVER_ROOMS = ["env", "errors", "logger", "paths", "http"].map((name) => `lib/${name}`);
const MAY_IMPORT: Record<string, string[]> = {
  app: [
    "components",
    "lib/services",
    "lib/auth",
    "lib/permissions",
    "lib/schemas",
    "lib/core",
    "lib/i18n",
    ...SERVER_ROOMS,
  ],
  proxy: ["lib/auth", "lib/core", "lib/i18n", ...SERVER_ROOMS],
  "components/ui": ["lib/core", "lib/schemas", "lib/i18n"],
  components: ["lib/core", "lib/schemas", "lib/i18n"],
  "lib/core": ["lib/errors"],
  "lib/schemas": ["lib/core", "lib/errors"],
  "lib/i18n": ["lib/core", "lib/errors"],
  "lib/permissions": ["lib/core", "lib/errors"],
  "lib/data": ["lib/core", "lib/schemas", "lib/permissions", "prisma", ...SERVER_ROOMS],
  "lib/adapters": ["lib/core", "lib/schemas", ...SERVER_ROOMS],
  "lib/auth": ["lib/services", "lib/core", "lib/schemas", "lib/permissions", "lib/i18n", ...SERVER_ROOMS],
  "lib/services": [
    "lib/data",
    "lib/adapters",
    "lib/jobs",
    "lib/permissions",
    "lib/schemas",
    "lib/core",
    "lib/auth",
    ...SERVER_ROOMS,
  ],
  "lib/jobs": ["lib/services", "lib/data", "lib/schemas", "lib/core", ...SERVER_ROOMS],
  "lib/worker": ["lib/jobs", "lib/services", "lib/core", ...SERVER_ROOMS],
  "lib/demo": ["lib/core", "lib/schemas"],
  "lib/cli": ["lib", "prisma"],
  "lib/env": ["lib/errors"],
  "lib/errors": [],
  "lib/logger": ["lib/env"],
  "lib/paths": ["lib/env"],
  "lib/http": ["lib/errors", "lib/logger"],
};

const within = (path: string, room: string) => path === room || path.startsWith(`${room}/`);

/** The longest room name that holds the path. */
function roomOf(path: string): string | undefined {
  const bare = path.replace(/\.(tsx?|js)$/, "");
  return Object.keys(MAY_IMPORT)
    .filter((room) => within(bare, room))
    .sort((a, b) => b.length - a.length)[0];
}

const files = sourceFiles(["app", "components", "lib"], [".ts", ".tsx"]);

describe("imports", () => {
  test("every file stands in a room that the rule knows", () => {
    expect(files.filter(({ path }) => !roomOf(path)).map(({ path }) => path)).toEqual([]);
    expect(files.length).toBeGreaterThan(50);
  });

  test("go only in the allowed direction", () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file.path) ?? "";
      const allowed = MAY_IMPORT[room] ?? [];
      for (const target of projectImports(file)) {
        if (within(target, room) || allowed.some((other) => within(target, other))) continue;
        // Domain components use the primitives; primitives know nothing of the domain.
        if (room === "components" && within(target, "components/ui")) continue;
        if (room === "app" && target.endsWith(".css")) continue;
        wrong.push(`${file.path} -> ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("only lib/data knows Prisma and SQL drivers", () => {
    const allowed = ["lib/data/", "lib/adapters/postgres/", "lib/cli/"];
    const wrong = files
      .filter(({ path }) => !allowed.some((folder) => path.startsWith(folder)))
      .filter(({ text }) => /["'](#prisma\/|@prisma\/|pg["'])/.test(text) || /\$(queryRaw|executeRaw)/.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });

  test("make no cycle", () => {
    const graph = new Map(
      files.map((file) => [
        file.path.replace(/\.tsx?$/, ""),
        projectImports(file).filter((target) => !target.endsWith(".css")),
      ]),
    );
    expect(findCycle(graph)).toBeUndefined();
  });
});

function findCycle(graph: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | undefined => {
    if (done.has(node)) return undefined;
    const at = path.indexOf(node);
    if (at >= 0) return [...path.slice(at), node];
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return undefined;
}
