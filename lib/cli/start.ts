import { untilInterrupted, watchInterruption } from "#lib/cli/run/interruption";
import { Progress } from "#lib/cli/run/progress";
import { startSystem } from "#lib/cli/run/system";
import { findPersonByEmail } from "#lib/data/people";
import { seedStarterCases } from "#lib/services/cases/seed-starter-cases";
import { ensureFirstAdmin } from "#lib/services/people/ensure-first-admin";

/** `npm start`: the whole archive until Ctrl-C. */
export async function startCommand(): Promise<void> {
  process.stdout.write("\nDaleel\n\n");
  const begin = performance.now();
  const progress = new Progress();
  const interruption = watchInterruption();
  const system = await startSystem(progress, { interruption });
  try {
    await greet(system.origin, begin);
    await untilInterrupted(interruption);
  } finally {
    await system.stop();
  }
}

async function greet(origin: string, begin: number): Promise<void> {
  const admin = await ensureFirstAdmin();
  const owner = admin ? await findPersonByEmail(admin.email) : null;
  if (owner) await seedStarterCases(owner);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(`\n  Ready in ${seconds} s: ${origin}\n`);
  if (admin) {
    process.stdout.write(`\n  Sign in with (shown only now; change the password in Settings):\n`);
    process.stdout.write(`    e-mail    ${admin.email}\n    password  ${admin.password}\n`);
  }
  process.stdout.write("\n  Ctrl-C stops everything.\n\n");
}
