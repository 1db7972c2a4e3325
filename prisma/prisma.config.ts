import { defineConfig } from "prisma/config";

/** For the Prisma CLI only; the application builds its own client in lib/data/client.ts. */
export default defineConfig({
  schema: "schema.prisma",
  migrations: { path: "migrations" },
});
