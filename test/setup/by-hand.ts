import { execFile, execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { BY_HAND_COMMANDS, BY_HAND_STEPS, type ByHandStep } from "#lib/core/evidence/by-hand";
import { dataPath } from "#lib/paths";

const run = promisify(execFile);

/** Whether this machine has the three programs that the page speaks of. */
export const hasByHandTools = ["unzip -v", "sha256sum --version", "openssl version"].every((command) => {
  try {
    const [program = "", ...args] = command.split(" ");
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

/**
 * Follows the page with a zip: alone in an empty folder, the commands one after the other in one shell.
 * @returns what each step said, and the steps that ended with an exit status other than 0.
 */
export async function followByHand(zip: string): Promise<{ failed: ByHandStep[]; said: Record<string, string> }> {
  const home = await mkdtemp(dataPath("by-hand-"));
  await mkdir(join(home, "empty"));
  await cp(zip, join(home, "empty", basename(zip)));
  const marker = "===step";
  const script = BY_HAND_STEPS.map((step) => `${BY_HAND_COMMANDS[step]}\necho "${marker} ${step} $?"`).join("\n");
  // As somebody who pastes into a terminal: nothing stops at an error.
  const { stdout } = await run("bash", ["-c", `exec 2>&1\n${script}`], { cwd: join(home, "empty"), maxBuffer: 1e8 });
  const said: Record<string, string> = {};
  const failed: ByHandStep[] = [];
  let rest = stdout;
  for (const step of BY_HAND_STEPS) {
    const [before = "", after = ""] = rest.split(new RegExp(`${marker} ${step} `), 2);
    said[step] = before;
    if (!after.startsWith("0")) failed.push(step);
    rest = after.slice(after.indexOf("\n") + 1);
  }
  return { failed, said };
}
