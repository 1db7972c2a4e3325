import type { CaptureWay, PlatformId, SourceKind } from "#lib/core/captures/types";

/** Kinds of access that a newsroom can have stored. */
export const CREDENTIAL_KINDS = ["bearer_token", "session_cookies"] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];

/** One cookie as the capture browser gets it. */
export type SessionCookie = {
  name: string;
  value: string;
  /** Without a leading dot. */
  domain: string;
  /** Only for exactly this host, not for those below it. */
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  /** Seconds since 1970; null ends with the browser. */
  expiresAt: number | null;
};

/** The secret itself, as it is sealed. */
export type CredentialSecret =
  | { kind: "bearer_token"; token: string }
  | { kind: "session_cookies"; cookies: SessionCookie[] };

/** Which access each way needs; `browser` needs none. */
export const KIND_OF_WAY = { api: "bearer_token", session: "session_cookies" } as const satisfies Partial<
  Record<CaptureWay, CredentialKind>
>;

/** What a platform's sessions are made of. */
export type SessionRules = {
  /** Registrable names or hosts; a cookie of any of them or below is taken, every other is left out. */
  hosts: readonly string[];
  /** Without these nobody is signed in. */
  required: readonly string[];
  /** Cookies that say nothing secret: their values may stand in what is captured. */
  harmless: RegExp;
};

const X_SESSION: SessionRules = {
  hosts: ["x.com", "twitter.com"],
  required: ["auth_token", "ct0"],
  harmless: /^(?:lang|dnt|night_mode|twid|gt|d_prefs|guest_id.*|personalization_id|external_referer|des_opt_in|_ga.*)$/,
};

/** The cookie that opens Demo Square's members' hashtag. */
export const DEMO_SESSION_COOKIE = "square_session";

/**
 * The rules of a platform's sessions; undefined where there is nothing to sign in to.
 * @param demoOrigin where Demo Square runs, if it does.
 */
export function sessionRules(platform: PlatformId, demoOrigin: string | undefined): SessionRules | undefined {
  if (platform === "x") return X_SESSION;
  if (platform !== "demo_square" || demoOrigin === undefined) return undefined;
  return { hosts: [new URL(demoOrigin).hostname], required: [DEMO_SESSION_COOKIE], harmless: /^$/ };
}

/** Kinds of access that a platform knows. */
export function credentialKinds(platform: PlatformId, demoOrigin: string | undefined): CredentialKind[] {
  if (platform === "x") return ["bearer_token", "session_cookies"];
  return sessionRules(platform, demoOrigin) ? ["session_cookies"] : [];
}

/** The ways in that a source has at all, whether or not the newsroom has access to them; the open one first. */
export function waysOf(
  source: { platform: PlatformId; kind: SourceKind },
  demoOrigin: string | undefined,
): CaptureWay[] {
  const kinds = credentialKinds(source.platform, demoOrigin);
  const ways: CaptureWay[] = ["browser"];
  if (source.kind === "hashtag" && kinds.includes("bearer_token")) ways.push("api");
  if (source.kind !== "web_page" && kinds.includes("session_cookies")) ways.push("session");
  return ways;
}
