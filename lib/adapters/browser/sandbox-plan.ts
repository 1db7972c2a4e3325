import { access } from "node:fs/promises";
import { env } from "#lib/env";

/** One way to start the browser, from the safest to the last resort. */
export type SandboxPlan = {
  sandbox: boolean;
  /** The user it runs as when that is not our own. */
  user: { uid: number; gid: number } | undefined;
  /** What goes in front of the browser's own command line. */
  prefix: string[];
  /** For the provenance. */
  note: string;
};

/** A number that no account has: the browser shares neither files nor signals with any other program. */
const NOBODYS_UID = 61_418;
const SETPRIV = "/usr/bin/setpriv";

/**
 * What to try, in order. Chromium refuses its sandbox to root, so as root it is started as an unprivileged user; that
 * needs `setpriv` (util-linux) and a kernel that lets such a user make namespaces. The ways without a sandbox come last,
 * also where they may not be used: whoever tries can then tell a host without sandboxes from a browser that does not run.
 */
export async function sandboxPlans(): Promise<SandboxPlan[]> {
  const asRoot = process.getuid?.() === 0;
  const user = { uid: NOBODYS_UID, gid: NOBODYS_UID };
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups", "--no-new-privs"];
  const drop = { user, prefix: [SETPRIV, ...ids] };
  const canDrop =
    asRoot &&
    (await access(SETPRIV).then(
      () => true,
      () => false,
    ));
  const ownUser = { user: undefined, prefix: [] };

  const why = env().CAPTURE_SANDBOX === "off" ? "off: CAPTURE_SANDBOX=off" : "off: this host does not allow it";
  const sandboxed: SandboxPlan[] = [];
  if (canDrop) sandboxed.push({ ...drop, sandbox: true, note: "on, as an unprivileged user" });
  else if (!asRoot) sandboxed.push({ ...ownUser, sandbox: true, note: "on" });
  const open: SandboxPlan[] = [];
  if (canDrop) open.push({ ...drop, sandbox: false, note: `${why}; runs as an unprivileged user` });
  open.push({ ...ownUser, sandbox: false, note: asRoot ? `${why}; runs as root` : why });
  return env().CAPTURE_SANDBOX === "off" ? open : [...sandboxed, ...open];
}
