import { cx } from "#components/ui/cx";
import type { ProofKind } from "#lib/core/evidence/proof-facts";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ProofShape, type ProofState } from "./proof-shape";

export type { ProofState } from "./proof-shape";
export type Proof = {
  kind: ProofKind;
  state: ProofState;
  /** Beside the state: `2 of 3`. */
  count?: string;
  /** What else is to say, in sentences. */
  notes?: readonly string[];
};

const COLOURS: Record<ProofState, string> = {
  holds: "text-good",
  pending: "text-warn",
  absent: "text-ink-faint",
  fails: "text-bad",
};

type Props = {
  locale: Locale;
  proofs: readonly Proof[];
  /** Unique on the page: opening one mark of a group closes its neighbours. */
  group: string;
  className?: string;
};

/**
 * What was checked about a capture and how it went. Each mark is a word, a state and a shape; it opens to the sentence
 * that says what it means, by keyboard and without JavaScript.
 */
export function ProofMarks({ locale, proofs, group, className }: Props) {
  const { evidence } = messages(locale);
  return (
    <ul aria-label={evidence.proofs} className={cx("relative flex flex-wrap gap-x-4 gap-y-1 text-sm", className)}>
      {proofs.map(({ kind, state, count, notes = [] }) => (
        <li key={kind}>
          <details name={`proofs-${group}`} className="lg:relative">
            <summary className="flex min-h-7 list-none items-center gap-1.5 marker:hidden hover:underline [&::-webkit-details-marker]:hidden">
              <ProofShape state={state} className={COLOURS[state]} />
              <span>
                {evidence.proof[kind]}{" "}
                <span className="text-ink-faint">
                  {evidence.proofState[kind][state]}
                  {count && (
                    <>
                      {" "}
                      <bdi>({count})</bdi>
                    </>
                  )}
                </span>
              </span>
            </summary>
            <div className="absolute inset-x-0 top-full z-20 mt-1 max-w-80 lg:end-auto lg:w-80 border border-edge bg-sheet p-3 shadow-floating print:static print:w-auto print:border-0 print:p-0 print:shadow-none">
              <p>{evidence.proofMeaning[kind][state]}</p>
              {notes.map((note) => (
                <p key={note} className="mt-1.5">
                  {note}
                </p>
              ))}
              <p className="mt-1.5 text-ink-faint">{evidence.proofLimit}</p>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
