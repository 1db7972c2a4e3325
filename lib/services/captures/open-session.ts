import type { HttpHeader } from "#lib/core/archive/exchange";
import type { Outcome } from "#lib/core/captures/types";
import { type SessionCookie, sessionRules } from "#lib/core/platforms/access";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import { noteCredentialUse } from "#lib/data/platform-credentials";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import type { SessionAccessRecord } from "#lib/services/captures/access-record";
import { type ArtifactGate, makeArtifactGate } from "#lib/services/captures/artifact-gate";
import { openAccess } from "#lib/services/platforms/open-access";

/** The newsroom's session at one platform, for one capture. */
export type CaptureSession = {
  /** Go into the browser before anything is opened, and nowhere else. */
  cookies: SessionCookie[];
  gate: ArtifactGate;
  /** Cleans what is about to be archived; cookies that come with it are secrets from then on. */
  clean: ArtifactGate["cleanExchange"];
  /** Takes note of what the browser's cookies have become. */
  learnFrom(cookies: readonly { name: string; value: string; domain: string }[]): void;
  /** For the provenance. */
  record(): SessionAccessRecord;
  /** Notes at the stored access whether it still works. */
  noteUse(outcome: Outcome): Promise<void>;
};

/**
 * Opens the session that a request asks for.
 * @throws AppError `credential_missing`, `credential_key_missing`, `credential_damaged`.
 */
export async function openSession(request: ClaimedRequest): Promise<CaptureSession> {
  const { platform, options } = request;
  const rules = sessionRules(platform, env().DEMO_SITE_ORIGIN);
  if (!rules) throw new AppError("credential_missing", `There are no sessions at ${platform}`);
  const access = await openAccess({ platform, kind: "session_cookies", credentialId: options.credentialId });
  const { cookies } = access.secret;
  const isOwn = (domain: string) => rules.hosts.some((host) => domain === host || domain.endsWith(`.${host}`));
  const secretsIn = (all: readonly { name: string; value: string; domain: string }[]) =>
    all.filter(({ name, domain }) => isOwn(domain) && !rules.harmless.test(name)).map(({ value }) => value);
  const gate = makeArtifactGate(secretsIn(cookies));
  return {
    cookies,
    gate,
    clean(exchange, body) {
      const { hostname } = new URL(exchange.url);
      gate.learn(secretsIn(cookiesSetBy(exchange.responseHeaders).map((cookie) => ({ ...cookie, domain: hostname }))));
      return gate.cleanExchange(exchange, body);
    },
    learnFrom: (all) => gate.learn(secretsIn(all)),
    record: () => ({
      way: "session",
      credential: { id: access.id, label: access.label },
      cookieHosts: [...new Set(cookies.map(({ domain }) => domain))].sort(),
      cookieNames: [...new Set(cookies.map(({ name }) => name))].sort(),
      removed: gate.removed,
    }),
    // A wall in spite of the session: it is over, or the account was locked.
    noteUse: (outcome) => noteCredentialUse(access.id, new Date(), outcome === "login_wall" ? "session_expired" : null),
  };
}

function cookiesSetBy(headers: readonly HttpHeader[]): { name: string; value: string }[] {
  return headers
    .filter(([name]) => name.toLowerCase() === "set-cookie")
    .flatMap(([, value]) => {
      const [pair = ""] = value.split(";");
      const at = pair.indexOf("=");
      return at > 0 ? [{ name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }] : [];
    });
}
