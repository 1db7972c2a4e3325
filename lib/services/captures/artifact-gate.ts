import { readFile } from "node:fs/promises";
import type { Body } from "#lib/adapters/archive/spill";
import { everyLayer } from "#lib/adapters/files/unpack";
import type { Exchange } from "#lib/core/archive/exchange";
import { makeSecretGuard, type SecretGuard } from "#lib/core/security/secret-guard";
import { AppError } from "#lib/errors";
import type { SessionAccessRecord } from "#lib/services/captures/access-record";
import type { ArtifactInput } from "#lib/services/captures/artifact-input";

/** The last look at every file of a capture that was made signed in: no cookie's value leaves with it. */
export type ArtifactGate = {
  /** More values to look for: sites hand out new cookies while they are open. */
  learn(values: readonly string[]): void;
  /**
   * The content with every secret taken out, or as it is.
   * @throws AppError `secret_in_file` for a file that cannot be cleaned: it must not be kept.
   */
  check(input: ArtifactInput): Promise<ArtifactInput["content"]>;
  /** An exchange before it goes into the archive: what is packed afterwards cannot be cleaned any more. */
  cleanExchange(exchange: Exchange, body: Body): Promise<{ exchange: Exchange; body: Body }>;
  /** The same value without secrets in its texts. */
  cleanValue<T>(value: T): T;
  /** Whether a secret stands in this text. */
  finds(text: string): boolean;
  removed: SessionAccessRecord["removed"];
};

const TEXTS = /^(?:text\/|application\/(?:json|xhtml\+xml|xml|ld\+json|x-ndjson)|image\/svg\+xml)/;

/** @param secrets values of the cookies that make the session. */
export function makeArtifactGate(secrets: readonly string[]): ArtifactGate {
  const known = new Set(secrets);
  let guard: SecretGuard = makeSecretGuard([...known]);
  const removed: SessionAccessRecord["removed"] = [];
  const note = (artifact: string, count: number, kept: boolean) => {
    if (count > 0) removed.push({ artifact, secrets: count, kept });
  };
  const cleanText = (text: string) => Buffer.from(guard.redact(Buffer.from(text, "utf8")).bytes).toString("utf8");

  return {
    removed,
    learn(values) {
      const before = known.size;
      for (const value of values) known.add(value);
      if (known.size > before) guard = makeSecretGuard([...known]);
    },
    async check({ name, mediaType, content }) {
      if (TEXTS.test(mediaType) && (typeof content === "string" || content instanceof Uint8Array)) {
        const { bytes, count } = guard.redact(typeof content === "string" ? Buffer.from(content, "utf8") : content);
        note(name, count, true);
        return count === 0 ? content : bytes;
      }
      let count = 0;
      for await (const layer of everyLayer(await bytesOf(content))) count += guard.count(layer);
      note(name, count, false);
      if (count > 0) throw new AppError("secret_in_file", `${name} holds a secret of the session and is not kept`);
      return content;
    },
    async cleanExchange(exchange, body) {
      const bytes = await readBody(body);
      const cleaned = guard.redact(bytes);
      const sent = guard.redact(exchange.requestBody);
      const clean = {
        ...exchange,
        url: cleanText(exchange.url),
        requestHeaders: cleanHeaders(exchange.requestHeaders, cleanText),
        responseHeaders: cleanHeaders(exchange.responseHeaders, cleanText),
        requestBody: sent.bytes,
      };
      const count = cleaned.count + sent.count + (clean.url === exchange.url ? 0 : 1);
      note(`capture.warc.gz: ${clean.url.slice(0, 200)}`, count, true);
      if (cleaned.count === 0) return { exchange: clean, body };
      const same: Body = { bytes: cleaned.bytes.length, open: () => [cleaned.bytes], drop: () => body.drop() };
      return { exchange: clean, body: same };
    },
    cleanValue: (value) => cleaned(value, cleanText),
    finds: (text) => guard.count(Buffer.from(text, "utf8")) > 0,
  };
}

const cleanHeaders = (headers: Exchange["requestHeaders"], clean: (text: string) => string) =>
  headers.map(([name, value]): [string, string] => [name, clean(value)]);

function cleaned<T>(value: T, clean: (text: string) => string): T {
  if (typeof value === "string") return clean(value) as T;
  if (Array.isArray(value)) return value.map((item) => cleaned(item, clean)) as T;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [clean(key), cleaned(item, clean)])) as T;
}

async function bytesOf(content: ArtifactInput["content"]): Promise<Buffer> {
  if (typeof content === "string") return Buffer.from(content, "utf8");
  return content instanceof Uint8Array
    ? Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    : readFile(content.path);
}

async function readBody(body: Body): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.open()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
