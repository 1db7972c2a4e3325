import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { holdsInternalSignature, INTERNAL_SIGNATURE_HEADER } from "#lib/auth/internal-signature";
import { setEnv } from "#lib/env";
import { announcePublication } from "#lib/services/cases/announce-publication";

type Heard = { path: string | undefined; body: string; isSigned: boolean };
let server: Server | undefined;

/** A web server that answers with these statuses in turn and writes down what it heard. */
async function listen(statuses: number[]): Promise<Heard[]> {
  const heard: Heard[] = [];
  const own = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const signature = request.headers[INTERNAL_SIGNATURE_HEADER];
    const isSigned = holdsInternalSignature("daleel revalidate", body, String(signature));
    response.writeHead(statuses[heard.length] ?? 500).end();
    heard.push({ path: request.url, body, isSigned });
  });
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  server = own;
  setEnv({ APP_ORIGIN: `http://127.0.0.1:${(own.address() as AddressInfo).port}` });
  return heard;
}

afterEach(async () => {
  setEnv({ APP_ORIGIN: undefined });
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

describe("announcing a publication", () => {
  test("tells the web server once, signed", async () => {
    const heard = await listen([200]);
    expect(await announcePublication("a-case")).toBe(true);
    expect(heard).toEqual([{ path: "/api/internal/revalidate", body: '{"slug":"a-case"}', isSigned: true }]);
  });

  test("tries again when the server stumbles", async () => {
    const heard = await listen([503, 200]);
    expect(await announcePublication("a-case")).toBe(true);
    expect(heard).toHaveLength(2);
  });

  test("a web server that is away is no reason to fail", async () => {
    setEnv({ APP_ORIGIN: "http://127.0.0.1:9" });
    expect(await announcePublication("a-case")).toBe(false);
    setEnv({ APP_ORIGIN: undefined });
    expect(await announcePublication("a-case")).toBe(false);
  });
});
