import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { certificatePem, makeCertificate, TIME_STAMPING } from "#lib/demo/timestamp-authority/make-certificate";
import { makeReply } from "#lib/demo/timestamp-authority/make-reply";
import { openssl } from "#test/setup/openssl";

/** How an authority answers a query; `response` for those that do not want to answer properly. */
export type Answering = (query: Buffer, response: ServerResponse) => Promise<Buffer | undefined>;

export type TestAuthority = {
  url: string;
  /** PEM of its root, in a file. */
  rootPath: string;
  /** How many queries it was sent. */
  asked(): number;
  /** Answers so from now on; undefined goes back to right tokens. */
  answerWith(answering: Answering | undefined): void;
  /** The server goes away, and comes back at the same address. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  /** Its clock goes wrong by so much. Only with tokens of our own making. */
  shiftClock(ms: number): void;
  /** A right answer to any query, for tests that bend it afterwards. */
  right(query: Buffer): Promise<Buffer>;
  stop(): Promise<void>;
};

/** An authority whose tokens our own code makes; needs nothing but Node. */
export async function startTestAuthority(name = "Test authority"): Promise<TestAuthority> {
  const root = await makeCertificate({ name: `${name} root` });
  const middle = await makeCertificate({ name: `${name} intermediate`, issuer: root });
  const signer = await makeCertificate({ name, issuer: middle, extendedKeyUsages: [TIME_STAMPING] });
  const folder = await mkdtemp(join(tmpdir(), "daleel-authority-"));
  await writeFile(join(folder, "root.pem"), certificatePem(root));
  return serve(folder, (query, at) => makeReply(query, { signer, between: [middle], at }));
}

/**
 * An independent authority: `openssl ts` with a chain of its own behind a small HTTP server.
 * @throws Error when openssl refuses; call it only where there is one.
 */
export async function startOpensslAuthority(): Promise<TestAuthority> {
  const folder = await mkdtemp(join(tmpdir(), "daleel-openssl-authority-"));
  const at = (name: string) => join(folder, name);
  const must = async (...args: string[]) => {
    const { ok, said } = await openssl(...args);
    if (!ok) throw new Error(`openssl ${args.join(" ")}: ${said}`);
  };
  await writeFile(at("ca.ext"), "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n");
  await writeFile(at("tsa.ext"), "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n");
  const key = ["-newkey", "rsa:2048", "-nodes"];
  const rootExtensions = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"];
  const rootName = ["-subj", "/CN=Independent root"];
  await must(
    "req",
    "-x509",
    ...key,
    ...rootName,
    "-days",
    "30",
    "-keyout",
    at("root.key"),
    "-out",
    at("root.pem"),
    ...rootExtensions,
  );
  await must("req", ...key, "-subj", "/CN=Independent CA", "-keyout", at("ca.key"), "-out", at("ca.csr"));
  await must(...signing("ca", "root", at));
  await must("req", ...key, "-subj", "/CN=Independent authority", "-keyout", at("tsa.key"), "-out", at("tsa.csr"));
  await must(...signing("tsa", "ca", at));
  await writeFile(at("serial"), "01\n");
  await writeFile(at("tsa.cnf"), CONFIGURATION(folder));
  let turn: Promise<unknown> = Promise.resolve();
  const reply = async (query: Buffer): Promise<Buffer> => {
    await writeFile(at("query.tsq"), query);
    const question = ["-queryfile", at("query.tsq"), "-config", at("tsa.cnf"), "-section", "tsa"];
    await must("ts", "-reply", ...question, "-out", at("reply.tsr"));
    return readFile(at("reply.tsr"));
  };
  // One after another: the serial number is a file.
  return serve(folder, (query) => {
    const next = turn.then(() => reply(query));
    turn = next.catch(() => undefined);
    return next;
  });
}

function signing(name: string, by: string, at: (name: string) => string): string[] {
  const request = ["-in", at(`${name}.csr`), "-extfile", at(`${name}.ext`), "-out", at(`${name}.pem`)];
  return [
    "x509",
    "-req",
    ...request,
    "-CA",
    at(`${by}.pem`),
    "-CAkey",
    at(`${by}.key`),
    "-CAcreateserial",
    "-days",
    "20",
  ];
}

const CONFIGURATION = (folder: string) => `[ tsa ]
serial = ${folder}/serial
signer_cert = ${folder}/tsa.pem
certs = ${folder}/ca.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.5
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

type Maker = (query: Buffer, at: Date) => Promise<Buffer>;

async function serve(folder: string, make: Maker): Promise<TestAuthority> {
  let answering: Answering | undefined;
  let shiftMs = 0;
  const right = (query: Buffer) => make(query, new Date(Date.now() + shiftMs));
  let asked = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    asked++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const query = Buffer.concat(chunks);
    const reply = await (answering ?? right)(query, response).catch(() => undefined);
    if (response.headersSent || !reply) return;
    response.writeHead(200, { "content-type": "application/timestamp-reply" });
    response.end(reply);
  };
  let server = createServer(handle);
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}`,
    rootPath: join(folder, "root.pem"),
    asked: () => asked,
    answerWith: (how) => {
      answering = how;
    },
    goDown: close,
    comeBack: () => {
      server = createServer(handle);
      return listen(port);
    },
    shiftClock: (ms) => {
      shiftMs = ms;
    },
    right,
    stop: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
