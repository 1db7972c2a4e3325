import { Progress } from "#lib/cli/run/progress";
import { type System, startSystem } from "#lib/cli/run/system";
import { findPersonByEmail } from "#lib/data/people";
import { seedStarterCases } from "#lib/services/cases/seed-starter-cases";
import { ensureFirstAdmin } from "#lib/services/people/ensure-first-admin";

/** `npm start`: the whole archive until Ctrl-C. */
export async function startCommand(): Promise<void> {
  process.stdout.write("\nDaleel\n\n");
  const begin = performance.now();
  const progress = new Progress();
  const system = await startSystem(progress);
  const admin = await ensureFirstAdmin();
  const owner = admin ? await findPersonByEmail(admin.email) : null;
  if (owner) await seedStarterCases(owner);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(`\n  Ready in ${seconds} s: ${system.origin}\n`);
  if (admin) {
    process.stdout.write(`\n  Sign in with (shown only now; change the password in Settings):\n`);
    process.stdout.write(`    e-mail    ${admin.email}\n    password  ${admin.password}\n`);
  }
  process.stdout.write("\n  Ctrl-C stops everything.\n\n");
  await untilInterrupted(system);
}

/** Waits for Ctrl-C or SIGTERM, then stops in order; a second Ctrl-C does not wait. */
export async function untilInterrupted(system: System, alsoStop?: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  process.stdout.write("\n  Stopping: captures that are under way are done again at the next start.\n");
  process.once("SIGINT", () => process.exit(130));
  await system.stop();
  await alsoStop?.();
  process.stdout.write("  Stopped.\n");
}
