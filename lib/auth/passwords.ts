import { argon2, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** Cost of one hash. Memory in KiB. */
type Parameters = { memoryKib: number; passes: number; lanes: number };

/** The second recommended option of RFC 9106, section 4 (64 MiB), above OWASP's minimum of 2026. */
const CURRENT: Parameters = { memoryKib: 65_536, passes: 3, lanes: 4 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** A stored hash may not ask for more than this: whoever can write to the table must not be able to exhaust the server. */
const MOST: Parameters = { memoryKib: 1_048_576, passes: 16, lanes: 16 };

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

type Stored = { parameters: Parameters; salt: Buffer; tag: Buffer };

/** The same password typed on two keyboards is the same password: NFKC, as NIST SP 800-63B section 3.1.1.2 advises. */
const bytesOf = (password: string) => Buffer.from(password.normalize("NFKC"), "utf8");

function tagOf(password: string, salt: Buffer, parameters: Parameters, tagLength: number): Promise<Buffer> {
  return derive("argon2id", {
    message: bytesOf(password),
    nonce: salt,
    parallelism: parameters.lanes,
    tagLength,
    memory: parameters.memoryKib,
    passes: parameters.passes,
  });
}

function parse(stored: string): Stored | undefined {
  const match = PHC.exec(stored);
  if (!match) return undefined;
  const [, m, t, p, salt = "", tag = ""] = match;
  const parameters = { memoryKib: Number(m), passes: Number(t), lanes: Number(p) };
  const tooMuch =
    parameters.memoryKib > MOST.memoryKib || parameters.passes > MOST.passes || parameters.lanes > MOST.lanes;
  if (tooMuch || parameters.passes < 1 || parameters.lanes < 1 || parameters.memoryKib < 8 * parameters.lanes) {
    return undefined;
  }
  return { parameters, salt: Buffer.from(salt, "base64"), tag: Buffer.from(tag, "base64") };
}

const base64 = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");

/**
 * Hashes a password for storage: argon2id (RFC 9106).
 * @returns PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$tag`: the parameters travel with the hash.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, CURRENT, TAG_BYTES);
  const { memoryKib, passes, lanes } = CURRENT;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether the password belongs to the stored hash. Compared in constant time.
 * Without a stored hash, or with one that cannot be read, the same work is done and the answer is no:
 * an answer that came sooner would tell which e-mail addresses have accounts.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const known = stored === undefined ? undefined : parse(stored);
  const salt = known?.salt ?? randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, known?.parameters ?? CURRENT, known?.tag.length ?? TAG_BYTES);
  return known !== undefined && timingSafeEqual(tag, known.tag);
}

/** Whether a hash was made with less than today's parameters and should be made again at the next sign-in. */
export function needsRehash(stored: string): boolean {
  const known = parse(stored);
  if (!known) return true;
  const { memoryKib, passes, lanes } = known.parameters;
  return memoryKib < CURRENT.memoryKib || passes < CURRENT.passes || lanes < CURRENT.lanes;
}

/** Letters and digits that nobody confuses on paper or over the telephone. */
const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

/** A random password of four groups of five, about 99 bits: to be printed once and changed. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 5 }, () => READABLE[randomInt(READABLE.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
