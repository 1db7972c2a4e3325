import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "#lib/adapters/net/free-port";
import { startEmbeddedPostgres } from "#lib/adapters/postgres/embedded-postgres";
import { applyMigrations, diffSchema } from "#lib/data/migrations";
import { AppError, toAppError } from "#lib/errors";
import { dataPath, projectPath } from "#lib/paths";

/**
 * Writes `prisma/migrations/<time>_<name>/migration.sql`: what leads from the migrations so far to schema.prisma.
 * Works on a throw-away database. Triggers and extensions are added to the file by hand: Prisma does not know them.
 */
export async function newMigration(name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new AppError("bad_input", "Name the migration in lower case: npm run migration -- add_phrasings");
  const folder = dataPath("migration-scratch");
  await rm(folder, { recursive: true, force: true });
  const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort(0), { durable: false });
  try {
    await applyMigrations(server.url("postgres"));
    const sql = await diffSchema(server.url("postgres"));
    if (!sql.trim()) {
      console.log("Schema and migrations agree: nothing to write.");
      return;
    }
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const path = projectPath("prisma", "migrations", `${stamp}_${name}`);
    await mkdir(path, { recursive: true });
    await writeFile(join(path, "migration.sql"), sql);
    console.log(`Wrote ${path}/migration.sql`);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await newMigration(process.argv[2] ?? "");
} catch (thrown) {
  const { code, message } = toAppError(thrown);
  if (code === "internal") throw thrown;
  console.error(message);
  process.exitCode = 1;
}
