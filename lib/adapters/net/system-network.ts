import { lookup } from "node:dns/promises";
import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/** Every address a name leads to, as the system's resolver says; empty when it leads nowhere. */
export type Resolve = (hostname: string) => Promise<string[]>;

/** Begins a connection to an address that was checked. Never gets a name. */
export type Connect = (address: string, port: number) => Socket;

/** Node looks names up on four threads, which files need too: a page full of dead names must not stop the archive. */
const LOOK_UPS_AT_ONCE = 3;
const PATIENCE_MS = 15_000;
let lookingUp = 0;
const waiting: (() => void)[] = [];

/** The system's own resolver, `/etc/hosts` included. IPv4 first: more hosts have a working one. */
export const systemResolve: Resolve = (hostname) =>
  Promise.race([
    lookUpInTurn(hostname),
    new Promise<string[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []).unref()),
  ]);

async function lookUpInTurn(hostname: string): Promise<string[]> {
  while (lookingUp >= LOOK_UPS_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  lookingUp++;
  try {
    const found = await lookup(hostname, { all: true, order: "ipv4first" });
    return [...new Set(found.map(({ address }) => address))];
  } catch {
    return [];
  } finally {
    lookingUp--;
    waiting.shift()?.();
  }
}

/** A TCP connection without Nagle's delay. */
export const systemConnect: Connect = (address, port) => connect({ host: address, port, noDelay: true });

/** Addresses of this machine's own interfaces, in one spelling. A public one among them still leads to this machine. */
export function ownAddresses(): Set<string> {
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return new Set(found.map(({ address }) => oneSpelling(address)));
}

/** An IP address in the one form in which equal addresses are equal text; what is no address stays as it is. */
export function oneSpelling(address: string): string {
  const bare = address.replace(/%.*$/, "");
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toNormalizedString() : address;
}
