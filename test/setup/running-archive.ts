import { freePort } from "#lib/adapters/net/free-port";
import { Progress } from "#lib/cli/run/progress";
import { type System, startSystem } from "#lib/cli/run/system";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";

/** Files run beside each other, and a port is only taken some seconds after it was found free. */
const FIRST_PORT = 3900 + 20 * Number(process.env.VITEST_POOL_ID ?? 0);

export type RunningArchive = { system: System; site: DemoSite; stop(): Promise<void> };

/**
 * Everything that `npm start` starts (production build, web server, worker), on this test file's own database and data
 * folder, with Demo Square beside it.
 */
export async function startArchive(): Promise<RunningArchive> {
  const site = await startDemoSite({ port: 0 });
  setEnv({ PORT: String(await freePort(FIRST_PORT)) });
  const settings = { DEMO_SITE_ORIGIN: site.origin, CAPTURE_ALLOW_HOSTS: new URL(site.origin).host, LOG_LEVEL: "info" };
  const system = await startSystem(new Progress(), { settings });
  return {
    system,
    site,
    stop: async () => {
      await system.stop();
      await site.stop();
    },
  };
}
