"use client";

import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import { messages } from "#lib/i18n/messages";
import type { DraftClaim } from "#lib/schemas/case-draft";
import { ClaimForm } from "./claim-form";
import { anchorOf, useEditor } from "./editor-context";
import { moved } from "./item-buttons";
import { newId } from "./new-id";

function emptyClaim(): DraftClaim {
  return {
    id: newId(),
    statement: {},
    claimant: {},
    saidOn: null,
    saidWhere: {},
    citation: {},
    citationExhibitId: null,
    sourceUrl: null,
    verdict: null,
    reasons: {},
    wouldSettle: {},
  };
}

/** The claims of the case, in the order that readers see. */
export function ClaimsSection() {
  const { locale, draft, change, readOnly } = useEditor();
  const { cases, common } = messages(locale);
  const toast = useToast();
  const setClaims = (next: (claims: DraftClaim[]) => DraftClaim[]) =>
    change((now) => ({ ...now, claims: next(now.claims) }));

  function remove(claim: DraftClaim, index: number) {
    setClaims((claims) => claims.filter((each) => each.id !== claim.id));
    const putBack = () => setClaims((claims) => [...claims.slice(0, index), claim, ...claims.slice(index)]);
    toast.show({ title: cases.claims.removed, action: { label: common.actions.undo, onPress: putBack } });
  }

  return (
    <div
      id={anchorOf({ area: "claims", itemId: null, field: null, locale: null })}
      className="scroll-mt-44 md:scroll-mt-32"
    >
      <p className="mb-4 max-w-measure text-base text-ink-soft">{cases.claims.lead}</p>
      {draft.claims.length === 0 && <p className="mb-4 text-base text-ink-faint">{cases.claims.empty}</p>}
      <ol className="flex flex-col gap-8">
        {draft.claims.map((claim, index) => (
          <li key={claim.id}>
            <ClaimForm
              claim={claim}
              index={index}
              count={draft.claims.length}
              onChange={(part) =>
                setClaims((claims) => claims.map((each) => (each.id === claim.id ? { ...each, ...part } : each)))
              }
              onMove={(to) => setClaims((claims) => moved(claims, index, to))}
              onRemove={() => remove(claim, index)}
            />
          </li>
        ))}
      </ol>
      {!readOnly && (
        <Button icon="plus" className="mt-6" onClick={() => setClaims((claims) => [...claims, emptyClaim()])}>
          {cases.claims.add}
        </Button>
      )}
    </div>
  );
}
