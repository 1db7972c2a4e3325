import { createServer } from "node:net";

/**
 * The first port from `wanted` upwards that can be listened on.
 * @param wanted 1-65535, or 0 for any free port of the system's choice.
 */
export async function freePort(wanted: number, host = "127.0.0.1"): Promise<number> {
  for (let port = wanted; port <= 65_535; port++) {
    const got = await tryPort(port, host);
    if (got) return got;
  }
  throw new Error(`No free port from ${wanted} upwards`);
}

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}
