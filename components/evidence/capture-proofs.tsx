import { judgeProofs, PROOF_KINDS, type ProofFacts, type ProofKind, worstOf } from "#lib/core/evidence/proof-facts";
import { formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type Proof, ProofMarks } from "./proof-marks";

type Props = {
  locale: Locale;
  /** Of every capture behind the thing; the weakest counts. */
  captures: readonly ProofFacts[];
  /** Unique on the page. */
  group: string;
  className?: string;
};

/** The four marks of one or more captures, from facts, with when and by how many. Nothing when there is no capture. */
export function CaptureProofs({ locale, captures, group, className }: Props) {
  const proofs = PROOF_KINDS.flatMap((kind) => {
    const facts = worstOf(captures, kind);
    return facts ? [toProof(kind, facts, captures.length, locale)] : [];
  });
  if (proofs.length === 0) return null;
  return <ProofMarks locale={locale} proofs={proofs} group={group} className={className} />;
}

function toProof(kind: ProofKind, facts: ProofFacts, captures: number, locale: Locale): Proof {
  const { proofNote } = messages(locale).evidence;
  const { check, timestamps, replay } = facts;
  const { granted, pending, abandoned } = timestamps;
  const asked = granted + pending + abandoned;
  const notes: string[] = [];
  if (kind === "hash" && check) notes.push(proofNote.checked(formatTime(locale, check.at)));
  if (kind === "timestamp" && granted > 0) notes.push(proofNote.granted(granted, asked));
  if (kind === "timestamp" && pending > 0) notes.push(proofNote.pending(pending));
  if (kind === "timestamp" && abandoned > 0) notes.push(proofNote.abandoned(abandoned));
  if (kind === "replay" && replay.isPartly) notes.push(proofNote.partly);
  if (captures > 1) notes.push(proofNote.several(captures));
  const count = kind === "timestamp" && asked > 0 ? proofNote.authorities(granted, asked) : undefined;
  return { kind, state: judgeProofs(facts)[kind], notes, ...(count ? { count } : {}) };
}
