import { appendFile, mkdir } from "node:fs/promises";
import { freePort } from "#lib/adapters/net/free-port";
import { startDemoAuthority } from "#lib/demo/timestamp-authority/authority";
import { dataPath } from "#lib/paths";

const PORT = 4020;

/**
 * The demo's timestamp authority with the settings that make the archive ask it. Its key lives as long as this run; its
 * roots are kept, so that tokens of earlier runs still chain to one.
 */
export async function runDemoAuthority() {
  const authority = await startDemoAuthority({ port: await freePort(PORT) });
  await mkdir(dataPath(), { recursive: true });
  const rootsPath = dataPath("demo-authority-roots.pem");
  await appendFile(rootsPath, authority.rootPem);
  return { ...authority, settings: { TIMESTAMP_AUTHORITIES: authority.origin, TIMESTAMP_ROOTS: rootsPath } };
}
