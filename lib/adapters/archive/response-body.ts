import type { CDPSession } from "puppeteer-core";
import { Spill } from "#lib/adapters/archive/spill";
import { encodeText } from "#lib/core/text/encode-text";

/** Where a body comes from: the session that answers for it, and how many decoded bytes the browser counted. */
export type BodySource = { session: CDPSession; requestId: string; charset: string | undefined; countedBytes: number };

export type TakenBody = { body: Spill; isReencoded: boolean };

/**
 * Collects a body from the browser. Asking for the stream gives true bytes, but only of what arrives afterwards and of
 * what the browser still buffers; asking for the finished body gives everything, but text as text. So: the stream
 * when it has every counted byte, else the finished body.
 */
export class BodyCollector {
  readonly #folder: string;
  readonly #whole: Spill;
  readonly #asked: Promise<void>;
  /** Chunks that came before the buffered beginning was handed over. */
  #early: Buffer[] | undefined = [];

  constructor(source: Omit<BodySource, "countedBytes">, folder: string) {
    this.#folder = folder;
    this.#whole = new Spill(folder);
    this.#asked = source.session.send("Network.streamResourceContent", { requestId: source.requestId }).then(
      ({ bufferedData }) => this.#begin(Buffer.from(bufferedData, "base64")),
      () => this.#begin(Buffer.alloc(0)),
    );
  }

  /** A chunk of the stream. */
  add(chunk: Buffer): void {
    if (this.#early) this.#early.push(chunk);
    else this.#whole.write(chunk);
  }

  #begin(buffered: Buffer): void {
    for (const chunk of [buffered, ...(this.#early ?? [])]) if (chunk.length > 0) this.#whole.write(chunk);
    this.#early = undefined;
  }

  /** The body of an answer that came to its end; null when the browser does not have it. */
  async finished(source: BodySource): Promise<TakenBody | null> {
    await this.#asked;
    if (this.#whole.bytes === source.countedBytes) return { body: this.#whole, isReencoded: false };
    const { session, requestId, countedBytes, charset } = source;
    const answer = await session.send("Network.getResponseBody", { requestId }).catch(() => null);
    if (!answer) return null;
    this.#whole.drop();
    const bytes = answer.base64Encoded
      ? Buffer.from(answer.body, "base64")
      : encodeText(answer.body, charset, countedBytes);
    const body = new Spill(this.#folder);
    body.write(bytes ?? Buffer.from(answer.body, "utf8"));
    return { body, isReencoded: bytes === undefined };
  }

  /** What came of an answer that did not come to its end. */
  async soFar(): Promise<Spill> {
    await this.#asked;
    return this.#whole;
  }
}
