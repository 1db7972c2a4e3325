import { randomUUID } from "node:crypto";
import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** More than this of one body does not stay in memory. */
const IN_MEMORY_BYTES = 256 * 1024;

/** Bytes that can be read several times. */
export type Body = {
  bytes: number;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Forgets the bytes. */
  drop(): void;
};

export const NO_BODY: Body = { bytes: 0, open: () => [], drop: () => undefined };

/** Collects a body while it comes: in memory while it is small, then in a file of the work folder. */
export class Spill implements Body {
  bytes = 0;
  readonly #folder: string;
  #chunks: Uint8Array[] = [];
  #path: string | undefined;
  #file: number | undefined;

  /** @param folder the caller removes it when everything is over. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws system errors when the disk is full. */
  write(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    if (this.#file === undefined && this.bytes <= IN_MEMORY_BYTES) {
      this.#chunks.push(chunk);
      return;
    }
    if (this.#file === undefined) {
      this.#path = join(this.#folder, randomUUID());
      this.#file = openSync(this.#path, "wx", 0o600);
      for (const held of this.#chunks) writeSync(this.#file, held);
      this.#chunks = [];
    }
    writeSync(this.#file, chunk);
  }

  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
    return this.#path === undefined ? this.#chunks : createReadStream(this.#path);
  }

  drop(): void {
    this.#chunks = [];
    if (this.#file !== undefined) closeSync(this.#file);
    if (this.#path !== undefined) rmSync(this.#path, { force: true });
    this.#file = undefined;
    this.#path = undefined;
    this.bytes = 0;
  }
}
