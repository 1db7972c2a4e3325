import { Card } from "#components/ui/card";
import { Mark } from "#components/ui/mark";
import { messages } from "#lib/i18n/messages";
import { getPhrasingWordings, type PhrasingWording } from "#lib/services/phrasings/get-phrasing-wordings";
import { ComparedWordingItem } from "../../copies/compared-wording";
import { SectionPager } from "./section-pager";
import type { SectionProps } from "./section-props";

/** Every wording laid over the usual one, those that most posts have first; above them the one somebody came from. */
export async function WordingsSection({ locale, user, phrasing, query, cases }: SectionProps) {
  const { phrasings: words } = messages(locale);
  const found = await getPhrasingWordings(user, phrasing, { page: query.wordings, asked: query.wording });
  const asked = found.asked && !found.asked.isUsual ? found.asked : null;
  const items = found.items.filter(({ wordingId }) => wordingId !== asked?.wordingId);
  const item = (wording: PhrasingWording, isAsked = false) => (
    <ComparedWordingItem
      key={wording.wordingId}
      locale={locale}
      chosen={phrasing.usual}
      wording={wording}
      cases={cases}
    >
      <WordingFacts locale={locale} wording={wording} isAsked={isAsked} />
    </ComparedWordingItem>
  );
  return (
    <Card title={<span id="wordings">{words.wordings}</span>} aside={words.wordingCount(phrasing.wordings)}>
      {phrasing.wordings > 1 && <p className="mb-4 max-w-measure text-base text-ink-soft">{words.wordingsLead}</p>}
      {asked && <ul className="mb-6 border-s-3 border-info ps-4">{item(asked, true)}</ul>}
      <ul>{items.map((wording) => item(wording))}</ul>
      <SectionPager {...{ locale, phrasing, query }} list="wordings" hasMore={found.hasMore} />
    </Card>
  );
}

type FactsProps = { locale: SectionProps["locale"]; wording: PhrasingWording; isAsked: boolean };

function WordingFacts({ locale, wording, isAsked }: FactsProps) {
  const { copies, phrasings: words } = messages(locale);
  const { posts, reposts, accounts, isUsual } = wording;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
      <strong className="font-semibold">
        {copies.accounts(accounts)} · {copies.posts(posts)}
      </strong>
      {reposts > 0 && (
        <span className="text-ink-soft">
          {copies.originals(posts - reposts)} · {copies.reposts(reposts)}
        </span>
      )}
      {isUsual && <Mark icon="phrasing">{words.usual}</Mark>}
      {isAsked && (
        <Mark tone="info" icon="arrow-end">
          {words.asked}
        </Mark>
      )}
    </p>
  );
}
