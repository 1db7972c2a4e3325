import { createServer } from "node:net";
import { AppError } from "#lib/errors";

/**
 * The first port from `wanted` upwards that can be listened on.
 * @param wanted 1-65535, or 0 for any free port of the system's choice.
 * @throws AppError `bad_settings` when the host is no address of this machine, or this user may not have that port.
 */
export async function freePort(wanted: number, host = "127.0.0.1"): Promise<number> {
  for (let port = wanted; port <= 65_535; port++) {
    const got = await tryPort(port, host);
    if (got) return got;
  }
  throw new AppError("bad_settings", `There is no free port from ${wanted} upwards`);
}

function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE") return resolve(undefined);
      reject(new AppError("bad_settings", whyNot(cause.code, port, host), {}, { cause }));
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

function whyNot(code: string | undefined, port: number, host: string): string {
  return code === "EACCES"
    ? `PORT: this user may not listen on port ${port}. Take one above 1023.`
    : `HOST: ${host} is not an address of this machine (${code}). 127.0.0.1 and 0.0.0.0 always are.`;
}
