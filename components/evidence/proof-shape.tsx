import { cx } from "#components/ui/cx";
import type { ProofState } from "#lib/core/evidence/proof-facts";

export type { ProofState };

/** The shape of a state: full disc with a tick, dashed ring with hands, empty ring, diamond with a cross. */
export function ProofShape({ state, className }: { state: ProofState; className?: string }) {
  return (
    <svg viewBox="0 0 18 18" width="1.15em" height="1.15em" aria-hidden="true" className={cx("shrink-0", className)}>
      {state === "holds" && (
        <>
          <circle cx="9" cy="9" r="8" fill="currentColor" />
          <Line d="M5.2 9.3 8 12l5-5.8" className="stroke-sheet" />
        </>
      )}
      {state === "pending" && (
        <>
          <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.7 2.8" />
          <Line d="M9 5.5V9l2.3 1.5" className="stroke-current" />
        </>
      )}
      {state === "absent" && <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />}
      {state === "fails" && (
        <>
          <path d="M9 .6 17.4 9 9 17.4.6 9Z" fill="currentColor" />
          <Line d="M6.4 6.4l5.2 5.2M11.6 6.4l-5.2 5.2" className="stroke-sheet" />
        </>
      )}
    </svg>
  );
}

function Line({ d, className }: { d: string; className: string }) {
  return <path d={d} fill="none" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" className={className} />;
}
