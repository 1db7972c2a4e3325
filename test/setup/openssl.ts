import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What another program says of our files: the openssl on this machine, or undefined when there is none. */
export const opensslVersion: string | undefined = (() => {
  try {
    return execFileSync("openssl", ["version"], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
})();

/** Put behind the name of a test that is left out where openssl is missing, so that the list says why. */
export const unlessMissing = opensslVersion ? "" : " (LEFT OUT: there is no openssl on this machine)";

/** @returns whether openssl ended with 0, and all it said. */
export async function openssl(...args: string[]): Promise<{ ok: boolean; said: string }> {
  try {
    const { stdout, stderr } = await run("openssl", args);
    return { ok: true, said: stdout + stderr };
  } catch (thrown) {
    const { stdout = "", stderr = "" } = thrown as { stdout?: string; stderr?: string };
    return { ok: false, said: stdout + stderr };
  }
}
