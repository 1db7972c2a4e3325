import { Card } from "#components/ui/card";
import { messages } from "#lib/i18n/messages";
import { findCopies } from "#lib/services/copies/find-copies";
import { measurePhrasings } from "#lib/services/copies/measure-phrasings";
import { FamilyCard } from "../../copies/family-card";
import type { SectionProps } from "./section-props";

/** Other phrasings near the usual wording: for a person to join, or to leave apart. */
export async function NearSection({ locale, user, phrasing, cases }: SectionProps) {
  const { phrasings: words } = messages(locale);
  const copies = await findCopies(user, { wordingId: phrasing.usual.wordingId });
  const families = copies.families.filter(({ phrasingId }) => phrasingId !== phrasing.id);
  const spreads = measurePhrasings(
    user,
    families.flatMap(({ phrasingId, counts }) =>
      phrasingId && counts ? [{ id: phrasingId, posts: counts.posts }] : [],
    ),
  );
  return (
    <Card title={<span id="near">{words.near}</span>}>
      <p className="mb-4 max-w-measure text-base text-ink-soft">
        {families.length > 0 ? words.nearLead : words.noNear} {copies.isWithoutSuggestions && words.nearWithout}
      </p>
      <ol>
        {families.map((family) => (
          <li
            key={family.phrasingId ?? family.nearest[0]?.wordingId}
            className="border-t border-hairline py-5 first:border-t-0 first:pt-0"
          >
            <FamilyCard {...{ locale, family, spreads, cases }} chosen={phrasing.usual} isOpen={false} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
