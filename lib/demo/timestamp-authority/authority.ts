import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  certificatePem,
  type Identity,
  makeCertificate,
  TIME_STAMPING,
} from "#lib/demo/timestamp-authority/make-certificate";
import { makeReply } from "#lib/demo/timestamp-authority/make-reply";

/** The name that every token of it carries, and that the archive shows. */
export const DEMO_AUTHORITY_NAME = "Daleel demo authority on this machine, proves nothing to others";

export type DemoAuthority = {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Its root certificate, for TIMESTAMP_ROOTS. */
  rootPem: string;
  stop(): Promise<void>;
};

const MAX_QUERY_BYTES = 10_000;

/**
 * Starts a timestamp authority (RFC 3161 over HTTP) on loopback with keys made for this run, so that the demo has tokens
 * without asking anybody on the internet.
 * @param port 0 takes any free one.
 */
export async function startDemoAuthority({ port }: { port: number }): Promise<DemoAuthority> {
  const root = await makeCertificate({ name: `${DEMO_AUTHORITY_NAME} (root)` });
  const signer = await makeCertificate({
    name: DEMO_AUTHORITY_NAME,
    issuer: root,
    extendedKeyUsages: [TIME_STAMPING],
  });
  const server = createServer(async (request, response) => {
    try {
      const reply = await answer(request, signer);
      response.writeHead(200, { "content-type": "application/timestamp-reply", "content-length": reply.length });
      response.end(reply);
    } catch {
      response.writeHead(400, { "content-type": "text/plain" });
      response.end("Post a timestamp query (RFC 3161)\n");
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rootPem: certificatePem(root),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(body: AsyncIterable<Buffer>, signer: Identity): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_QUERY_BYTES) throw new RangeError("Too long for a query");
    chunks.push(chunk);
  }
  return makeReply(Buffer.concat(chunks), { signer, at: new Date() });
}
