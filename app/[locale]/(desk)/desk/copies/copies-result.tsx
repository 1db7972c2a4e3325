import { Card } from "#components/ui/card";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { CLOSENESS, type Closeness, type Copies, type CopyFamily } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { countExactCopies } from "#lib/services/copies/count-exact-copies";
import { measurePhrasings } from "#lib/services/copies/measure-phrasings";
import { listEditableCases } from "../captures/editable-cases";
import { ChosenPart } from "./chosen-part";
import { FamilyCard } from "./family-card";

type Props = { locale: Locale; user: Actor; copies: Copies };

/** The chosen text, and below it the families that are near it, closest first. */
export async function CopiesResult({ locale, user, copies }: Props) {
  const words = messages(locale).copies;
  const { chosen, families, more, isWithoutSuggestions } = copies;
  const cases = await listEditableCases(user, locale);
  // Not awaited: what is said of posts comes a moment later, because it grows with their number.
  const spreads = measurePhrasings(
    user,
    families.flatMap(({ phrasingId, counts }) =>
      phrasingId && counts ? [{ id: phrasingId, posts: counts.posts }] : [],
    ),
  );
  const hasExact = families.some(({ closeness }) => closeness === "exact");
  const exact = hasExact && chosen.wordingId !== null ? countExactCopies(user, chosen.wordingId) : undefined;
  const groups = CLOSENESS.map((closeness) => ({
    closeness,
    families: families.filter((one) => one.closeness === closeness),
  }));
  return (
    <div className="flex flex-col gap-8">
      <ChosenPart locale={locale} chosen={chosen} />
      {isWithoutSuggestions && <Notice tone="warn">{words.withoutSuggestions}</Notice>}
      {families.length > 0 && chosen.wordingId === null && (
        <p className="max-w-measure text-sm text-ink-faint">{words.decide.needsArchive}</p>
      )}
      {families.length === 0 && chosen.comparedBy !== "nothing" && <NothingNear locale={locale} text={chosen.text} />}
      {groups.map((group) => (
        <Group key={group.closeness} {...group} {...{ locale, cases, spreads, exact, chosen }} />
      ))}
      {(families.length > 0 || more > 0) && (
        <p className="text-sm text-ink-faint">
          {more > 0 && `${words.more(more)} `}
          {words.sample}
        </p>
      )}
    </div>
  );
}

type GroupProps = Omit<Parameters<typeof FamilyCard>[0], "family" | "isOpen"> & {
  closeness: Closeness;
  families: CopyFamily[];
};

function Group({ closeness, families, ...rest }: GroupProps) {
  const words = messages(rest.locale).copies;
  if (families.length === 0) return null;
  return (
    <Card title={words.closeness[closeness]} aside={words.families(families.length)}>
      <p className="mb-4 max-w-measure text-base text-ink-soft">{words.closenessLead[closeness]}</p>
      <ol className="flex flex-col">
        {families.map((family, index) => (
          <li
            key={family.phrasingId ?? family.nearest[0]?.wordingId}
            className="border-t border-hairline py-5 first:border-t-0 first:pt-0"
          >
            <FamilyCard {...rest} family={family} isOpen={closeness === "exact" && index === 0} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function NothingNear({ locale, text }: { locale: Locale; text: string }) {
  const { copies } = messages(locale);
  return (
    <Notice title={copies.nothingNear}>
      <p>{copies.nothingNearHint}</p>
      <LinkButton
        href={`/${locale}/desk/search?${new URLSearchParams({ q: text.slice(0, 300) })}`}
        prefetch={false}
        size="sm"
        icon="search"
        className="mt-3"
      >
        {copies.searchInstead}
      </LinkButton>
    </Notice>
  );
}
