import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { projectPath } from "#lib/paths";

/**
 * Migrations in Prisma's own folder layout, run by Prisma's own engine compiled to WASM:
 * the Prisma CLI would download a native engine first, and a newsroom's server may have no way out.
 * `prisma migrate deploy` understands the same folder and the same `_prisma_migrations` table.
 */
const FOLDER = projectPath("prisma", "migrations");
const SCHEMA = projectPath("prisma", "schema.prisma");
const NO_FILTER = { externalTables: [], externalEnums: [] };

type Engine = {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  createMigration(input: object): Promise<{ migrationScript: string | null; generatedMigrationName: string }>;
  diff(input: object): Promise<{ exitCode: number; stdout: string | null }>;
  free(): void;
};

/** PostgreSQL's one-byte catalogue type `"char"`, and `text`. */
const OID_CHAR = 18;
const OID_TEXT = 25;

/**
 * The engine reads `"char"` columns of the catalogue, which adapter-pg 7.10 refuses. So the pool announces them as
 * text and remembers their names, and the adapter hands them on as single characters, which the engine expects.
 */
class CatalogPool extends pg.Pool {
  readonly charColumns = new Set<string>();

  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg cannot be restated shorter.
  override async query(...args: any[]): Promise<any> {
    const result = await super.query(...(args as [string]));
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== OID_CHAR) continue;
      field.dataTypeID = OID_TEXT;
      this.charColumns.add(field.name);
    }
    return result;
  }
}

class CatalogAdapterFactory extends PrismaPg {
  readonly #pool: CatalogPool;

  constructor(pool: CatalogPool) {
    super(pool, { disposeExternalPool: false });
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const isChar = result.columnNames.map((name) => this.#pool.charColumns.has(name));
      const columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type));
      return { ...result, columnTypes };
    };
    // adapter-pg cuts scripts at every semicolon, also inside a function's body; the server can read a script whole.
    adapter.executeScript = async (script) => void (await this.#pool.query(script));
    return adapter;
  }
}

async function withEngine<T>(databaseUrl: string, use: (engine: Engine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const pool = new CatalogPool({ connectionString: databaseUrl, max: 2 });
  const factory = bindMigrationAwareSqlAdapterFactory(new CatalogAdapterFactory(pool));
  const schema = await readFile(SCHEMA, "utf8");
  const engine: Engine = await SchemaEngine.new({ datamodels: [[SCHEMA, schema]] }, () => {}, factory);
  try {
    return await use(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

// Once per process, however often this module is evaluated: the glue module keeps views on the memory of the instance
// it was given first, and reads nonsense out of a second one.
const holder = globalThis as typeof globalThis & { daleelEngine?: ReturnType<typeof instantiateEngine> };

function loadEngine(): ReturnType<typeof instantiateEngine> {
  holder.daleelEngine ??= instantiateEngine();
  return holder.daleelEngine;
}

/** The package's entry imports `.wasm` as a module, which Node does not do yet, so it is instantiated here. */
async function instantiateEngine() {
  // The engine reports its own bugs through this name before it stops.
  const registry = { set_message: (message: string) => console.error(`Migration engine: ${message}`) };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await readFile(projectPath("node_modules", "@prisma", "schema-engine-wasm", "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": withIdleTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue as unknown as { SchemaEngine: { new: (...args: unknown[]) => Promise<Engine> } };
}

/** The engine leaves a ten-second timer behind; unreferenced, it does not keep a finished command alive. */
function withIdleTimers(glue: object): WebAssembly.ModuleImports {
  const imports: WebAssembly.ModuleImports = { ...glue };
  for (const [name, original] of Object.entries(imports)) {
    if (!name.startsWith("__wbg_setTimeout_") || typeof original !== "function") continue;
    imports[name] = (...args: unknown[]) => {
      const timer = (original as (...args: unknown[]) => NodeJS.Timeout)(...args);
      timer.unref();
      return timer;
    };
  }
  return imports;
}

async function listMigrations() {
  const names = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const migrationDirectories = await Promise.all(
    names
      .map((entry) => entry.name)
      .sort()
      .map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: await readFile(join(FOLDER, path, "migration.sql"), "utf8") },
        },
      })),
  );
  const lock = await readFile(join(FOLDER, "migration_lock.toml"), "utf8").catch(() => null);
  return {
    baseDir: FOLDER,
    lockfile: { path: "migration_lock.toml", content: lock },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

/**
 * Brings a database to the newest migration.
 * @returns names of the migrations applied now; empty when it was up to date.
 */
export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  return withEngine(databaseUrl, async (engine) => {
    const done = await engine.applyMigrations({ migrationsList: await listMigrations(), filters: NO_FILTER });
    return done.appliedMigrationNames;
  });
}

/**
 * The SQL that would bring a database made by the migrations to `schema.prisma`.
 * @param databaseUrl a migrated database; only read.
 * @returns SQL, or an empty string when schema and migrations agree.
 */
export async function diffSchema(databaseUrl: string): Promise<string> {
  return withEngine(databaseUrl, async (engine) => {
    const files = [{ path: SCHEMA, content: await readFile(SCHEMA, "utf8") }];
    const result = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: projectPath("prisma") },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { ...NO_FILTER, externalTables: ["public._prisma_migrations"] },
    });
    return result.exitCode === 2 ? (result.stdout ?? "") : "";
  });
}
