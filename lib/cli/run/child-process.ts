import { type ChildProcess, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { LogFile } from "#lib/cli/run/log-file";
import { childEnvironment } from "#lib/env";
import { dataPath, projectPath } from "#lib/paths";

/** Preloaded with `node --import` into everything that may not outlive the supervisor. */
export const EXIT_WITH_PARENT = projectPath("lib", "cli", "run", "exit-with-parent.ts");
const STOP_GRACE_MS = 20_000;
const RESTART_DELAY_MAX_MS = 30_000;

type Options = {
  /** Also the name of its log file: `.daleel/logs/<name>.log`. */
  name: string;
  /** Arguments of node. */
  args: string[];
  env: Record<string, string>;
};

/** A process that is started again when it dies, until it is told to stop. */
export class SupervisedProcess {
  readonly #options: Options;
  #child: ChildProcess | undefined;
  #log: LogFile | undefined;
  #stopping = false;
  #restartDelayMs = 500;
  #lastLines: string[] = [];
  #failedStarts = 0;
  /** Called with each line it prints. */
  onLine: ((line: string) => void) | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Process number, for tests and messages; undefined while it is down. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** The end of what it printed, for a message about why it does not run. */
  get lastLines(): string {
    const words = this.#lastLines.map(wordsOfLogLine);
    // A program that was started again says the same again.
    return [...new Set(words)].join("\n");
  }

  /** How often it has ended by itself. */
  get failedStarts(): number {
    return this.#failedStarts;
  }

  async start(): Promise<void> {
    await mkdir(dataPath("logs"), { recursive: true });
    this.#log = new LogFile(dataPath("logs", `${this.#options.name}.log`));
    this.#spawn();
  }

  #spawn(): void {
    const { args, env } = this.#options;
    const startedAt = Date.now();
    // Detached: Ctrl-C in a terminal reaches the supervisor only, which then stops things in order.
    const child = spawn(process.execPath, ["--import", EXIT_WITH_PARENT, ...args], {
      cwd: projectPath(),
      env: childEnvironment(env),
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => this.#take(text));
    }
    child.once("exit", (code, signal) => {
      this.#child = undefined;
      if (this.#stopping) return;
      this.#failedStarts++;
      if (Date.now() - startedAt > 60_000) this.#restartDelayMs = 500;
      const seconds = (this.#restartDelayMs / 1000).toFixed(1);
      console.error(`  ${this.#options.name} stopped (${signal ?? `exit ${code}`}); starting it again in ${seconds} s`);
      setTimeout(() => !this.#stopping && this.#spawn(), this.#restartDelayMs);
      this.#restartDelayMs = Math.min(this.#restartDelayMs * 2, RESTART_DELAY_MAX_MS);
    });
  }

  #take(text: string): void {
    this.#log?.write(text);
    for (const line of text.split("\n")) {
      if (!line.trim()) continue;
      this.#lastLines = [...this.#lastLines.slice(-14), line];
      this.onLine?.(line);
    }
  }

  /** Asks it to end, waits, and after a grace kills it with everything it started. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child?.pid) {
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGTERM");
      const timer = setTimeout(() => killGroup(child.pid), STOP_GRACE_MS);
      await gone;
      clearTimeout(timer);
      killGroup(child.pid);
    }
    await this.#log?.close();
  }
}

/** What a line of a structured log says; its numbers and stacks are in the log file. */
export function wordsOfLogLine(line: string): string {
  try {
    const { msg } = JSON.parse(line) as { msg?: unknown };
    return typeof msg === "string" ? msg : line;
  } catch {
    return line;
  }
}

/** Ends a detached process and what it started, at once. */
export function killGroup(pid: number | undefined): void {
  if (!pid) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The whole group is gone already.
  }
}
