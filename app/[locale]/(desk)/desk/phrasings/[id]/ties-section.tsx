import { Suspense } from "react";
import { SectionLoading } from "#components/spread/section-loading";
import { TieTable } from "#components/spread/tie-table";
import { TIES_ID } from "#components/spread/window-choice";
import { Card } from "#components/ui/card";
import { messages } from "#lib/i18n/messages";
import { listPhrasingTies } from "#lib/services/phrasings/list-phrasing-ties";
import { phrasingHref } from "../phrasings-href";
import type { SectionProps } from "./section-props";

/** Which accounts posted the phrasing close together; comes after the rest, because many posts are compared. */
export function TiesSection(props: SectionProps) {
  const { ties } = messages(props.locale).spread;
  return (
    <section id={TIES_ID} aria-label={ties.ofPhrasing} className="scroll-mt-4">
      <Card as="div" title={ties.ofPhrasing}>
        <Suspense key={props.query.window} fallback={<SectionLoading locale={props.locale} />}>
          <Ties {...props} />
        </Suspense>
      </Card>
    </section>
  );
}

async function Ties({ locale, user, phrasing, query }: SectionProps) {
  const { comparedBy } = phrasing.usual;
  const isCompared = comparedBy === "all" || comparedBy === "suggestions";
  if (!isCompared) return <p className="text-ink-soft">{messages(locale).spread.ties.uncounted}</p>;
  const ties = await listPhrasingTies(user, phrasing.id, query.window);
  return (
    <TieTable
      locale={locale}
      place={{ kind: "phrasing", id: phrasing.id }}
      query={{ window: query.window }}
      ties={ties}
      windowHref={(window) => phrasingHref(locale, phrasing.id, { ...query, window })}
    />
  );
}
