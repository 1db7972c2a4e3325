import { chown, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Whom a server of ours runs as; undefined: as ourselves. */
export type Identity = { uid: number; gid: number } | undefined;

/** Servers do not run as root; then they run as `postgres` where that user exists, else as `nobody`. */
export async function serverIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return undefined;
  const users = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : { uid: 65534, gid: 65534 };
}

/** Whether any user of this machine can walk to a folder. A project under /root or a `mktemp -d` folder is closed. */
export async function isReachable(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** Gives a folder and all that is in it to a user. */
export async function giveTo(path: string, identity: Identity): Promise<void> {
  if (!identity) return;
  await chown(path, identity.uid, identity.gid);
  const entries = await readdir(path).catch(() => []);
  for (const entry of entries) await giveTo(join(path, entry), identity);
}
