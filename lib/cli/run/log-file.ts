import { createWriteStream, type WriteStream } from "node:fs";

const TRY_AGAIN_MS = 10_000;

/**
 * A file that is written on at its end. A full disk loses lines, never the process that writes them; when there is room
 * again, the log goes on.
 */
export class LogFile {
  readonly #path: string;
  #stream: WriteStream | undefined;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(path: string) {
    this.#path = path;
  }

  write(text: string): void {
    if (!this.#stream && performance.now() - this.#failedAt > TRY_AGAIN_MS) this.#stream = this.#open();
    this.#stream?.write(text);
  }

  #open(): WriteStream {
    const stream = createWriteStream(this.#path, { flags: "a" });
    stream.on("error", (error) => {
      this.#stream = undefined;
      this.#failedAt = performance.now();
      console.error(`  ${this.#path} cannot be written: ${error.message}`);
    });
    return stream;
  }

  /** Writes what is still to be written. */
  async close(): Promise<void> {
    const stream = this.#stream;
    if (!stream || stream.destroyed) return;
    await new Promise<void>((resolve) => {
      stream.once("close", resolve);
      stream.end();
    });
  }
}
