import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { rootCertificates } from "node:tls";
import type { TrustedRoots } from "#lib/core/evidence/timestamps/token-check";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

let ofNode: TrustedRoots | undefined;

/**
 * The roots that timestamp authorities must chain to: those of TIMESTAMP_ROOTS, or, when it names none, those that come
 * with Node.js. Many authorities chain to a public root, many do not: then the chain counts as not checked.
 * @throws AppError `bad_settings` when a named file cannot be read or has no certificate in it.
 */
export async function readTrustedRoots(): Promise<TrustedRoots> {
  const paths = env().TIMESTAMP_ROOTS;
  if (paths.length === 0) {
    ofNode ??= { certificates: rootCertificates.map(derOf), ifUnknown: "could_not" };
    return ofNode;
  }
  const files = await Promise.all(paths.map(readRoots));
  return { certificates: files.flat(), ifUnknown: "fails" };
}

async function readRoots(path: string): Promise<Uint8Array[]> {
  const text = await readFile(path, "utf8").catch((cause: Error) => {
    throw new AppError("bad_settings", `TIMESTAMP_ROOTS: ${path} cannot be read: ${cause.message}`, {}, { cause });
  });
  try {
    const found = (text.match(PEM) ?? []).map((pem) => new X509Certificate(pem).raw);
    if (found.length > 0) return found;
  } catch (cause) {
    throw new AppError("bad_settings", `TIMESTAMP_ROOTS: a certificate in ${path} is damaged`, {}, { cause });
  }
  throw new AppError("bad_settings", `TIMESTAMP_ROOTS: there is no PEM certificate in ${path}`);
}

const derOf = (pem: string) => Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ""), "base64");
