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
 * What to try, in order. Chromium refuses its sandbox to root, so as root it is started as an unprivileged user;
 * that needs `setpriv` (util-linux) and a kernel that lets such a user make namespaces.
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

  const open = { sandbox: false, note: "off: CAPTURE_SANDBOX=off" };
  if (env().CAPTURE_SANDBOX === "off") return [{ ...ownUser, ...open }];
  const refused = { sandbox: false, note: "off: this host does not allow it" };
  if (canDrop) {
    return [
      { ...drop, sandbox: true, note: "on, as an unprivileged user" },
      { ...drop, sandbox: false, note: "off: this host does not allow it; runs as an unprivileged user" },
      { ...ownUser, ...refused },
    ];
  }
  if (asRoot) return [{ ...ownUser, sandbox: false, note: "off: runs as root" }];
  return [
    { ...ownUser, sandbox: true, note: "on" },
    { ...ownUser, ...refused },
  ];
}
