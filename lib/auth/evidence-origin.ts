import { makeEvidenceToken } from "#lib/auth/evidence-token";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** The origin on which captured files are opened. @throws AppError `bad_settings` when none is set. */
export function evidenceOrigin(): string {
  const { EVIDENCE_ORIGIN } = env();
  if (!EVIDENCE_ORIGIN) throw new AppError("bad_settings", "EVIDENCE_ORIGIN is not set; `npm start` sets it");
  return new URL(EVIDENCE_ORIGIN).origin;
}

/**
 * Whether a request's `Host` header names the evidence host, at any port and also when written with a final dot: no
 * spelling of its name may lead to the application's pages. False when there is none.
 */
export function isEvidenceHost(host: string | null): boolean {
  const { EVIDENCE_ORIGIN } = env();
  if (EVIDENCE_ORIGIN === undefined || !URL.canParse(`http://${host}`)) return false;
  return nameOf(`http://${host}`) === nameOf(EVIDENCE_ORIGIN);
}

const nameOf = (origin: string) => new URL(origin).hostname.replace(/\.$/, "");

/**
 * The address at which one artifact can be read for the next minutes, by whoever has the address.
 * @param name the artifact's own name; it ends the path so that a saved file is called right.
 */
export function evidenceUrl(artifact: { id: string; name: string }, options: { save?: boolean } = {}): string {
  const path = `/evidence/${makeEvidenceToken(artifact.id)}/${encodeURIComponent(artifact.name.toWellFormed())}`;
  return `${evidenceOrigin()}${path}${options.save ? "?save=1" : ""}`;
}

/** The address of the viewer with one recording in it, for the next half hour. @param locale of the words around it. */
export function replayUrl(wacz: { id: string }, locale: string): string {
  return `${evidenceOrigin()}/replay/${makeEvidenceToken(wacz.id, new Date(), "replay")}?lang=${locale}`;
}
