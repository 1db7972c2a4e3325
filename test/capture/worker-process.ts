import { type ChildProcess, spawn } from "node:child_process";
import { childEnvironment } from "#lib/env";
import { projectPath } from "#lib/paths";

/** A real worker process, as `npm start` runs it. */
export type WorkerProcess = {
  pid: number;
  /** Resolves when its log holds these words. */
  saw(words: string, timeoutMs?: number): Promise<void>;
  stop(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  output(): string;
};

export function startWorkerProcess(environment: Record<string, string> = {}): WorkerProcess {
  const child: ChildProcess = spawn(process.execPath, [projectPath("lib", "worker", "main.ts")], {
    env: childEnvironment({ LOG_LEVEL: "info", ...environment }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return {
    pid: child.pid ?? -1,
    output: () => output,
    async saw(words, timeoutMs = 60_000) {
      for (const end = Date.now() + timeoutMs; !output.includes(words); await tick()) {
        if (Date.now() > end || child.exitCode !== null)
          throw new Error(`The worker did not say "${words}":\n${output}`);
      }
    },
    stop(signal) {
      child.kill(signal);
      return exited;
    },
  };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Waits until `test` is true. */
export async function until(what: string, test: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await test()); await tick()) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}`);
  }
}
