import { Card } from "#components/ui/card";
import { messages } from "#lib/i18n/messages";
import { listDecisions } from "#lib/services/phrasings/list-decisions";
import { DecisionItem } from "../../copies/decision-item";
import type { SectionProps } from "./section-props";

/** What people said of two wordings, with who and when, and the way back. */
export async function DecisionsSection({ locale, user, phrasing }: SectionProps) {
  const { phrasings: words } = messages(locale);
  const decisions = await listDecisions(user, phrasing.id);
  return (
    <Card title={<span id="decisions">{words.decisions}</span>}>
      <p className="max-w-measure text-base text-ink-soft">
        {decisions.length > 0 ? words.decisionsLead : words.noDecisions}
      </p>
      <ul className="mt-3 empty:hidden">
        {decisions.map((decision) => (
          <DecisionItem key={decision.id} locale={locale} decision={decision} ownId={phrasing.id} />
        ))}
      </ul>
    </Card>
  );
}
