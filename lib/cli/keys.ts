import { KEY_PURPOSES } from "#lib/core/evidence/signing";
import { AppError } from "#lib/errors";
import { findMissingKeys, listKeys } from "#lib/services/keys/list-keys";
import { rotateKey } from "#lib/services/keys/rotate-key";

const USAGE = `Usage:
  npm run daleel -- keys list
  npm run daleel -- keys rotate [manifest|wacz]

Rotating retires the key in service and starts a new one; without a purpose, each of them.`;

/**
 * `npm run daleel -- keys …`: the newsroom's signing keys.
 * @param args what follows `keys`.
 * @throws AppError `bad_input` with the usage as its message; the services' errors.
 */
export async function keysCommand(args: string[]): Promise<void> {
  const [command, purpose, ...rest] = args;
  if (command === "list" && purpose === undefined) return list();
  const purposes = KEY_PURPOSES.filter((each) => purpose === undefined || each === purpose);
  if (command !== "rotate" || purposes.length === 0 || rest.length > 0) {
    throw new AppError("bad_input", USAGE, { fields: {} });
  }
  for (const each of purposes) {
    const { retired, created } = await rotateKey(null, { purpose: each });
    console.log(`${each}: ${created} signs from now on${retired ? `; ${retired} is retired` : ""}`);
  }
}

async function list(): Promise<void> {
  const keys = await listKeys();
  const missing = await findMissingKeys(keys);
  for (const { purpose, algorithm, fingerprint, createdAt, retiredAt } of keys) {
    const note = missing.includes(fingerprint) ? "PRIVATE HALF NOT ON THIS HOST" : (retiredAt ?? "in service");
    console.log([purpose, algorithm, fingerprint, createdAt, note].join("\t"));
  }
  if (keys.length === 0) console.log("No key yet; the first start makes them.");
}
