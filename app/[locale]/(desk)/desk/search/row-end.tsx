import Link from "next/link";
import { buttonClass } from "#components/ui/button-class";
import { Icon } from "#components/ui/icon";
import type { ArchiveHit } from "#lib/core/search/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { copiesHref } from "../copies/copies-href";
import { phrasingHref } from "../phrasings/phrasings-href";
import { caseName } from "./filter-words";
import { AddOne } from "./row-choice";
import type { Choice } from "./selection";

type Props = { locale: Locale; hit: ArchiveHit; choice: Choice; name: string; isCollapsed: boolean };

/** How often a text was posted, what can be done with it, and which case files have it. */
export function RowEnd({ locale, hit, choice, name, isCollapsed }: Props) {
  const { search } = messages(locale);
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <CopiesLine locale={locale} hit={hit} isCollapsed={isCollapsed} />
      {hit.kind === "post" && hit.wordingId && (
        <Link
          href={copiesHref(locale, { postId: hit.entityId })}
          prefetch={false}
          data-copies=""
          className={buttonClass("quiet", "sm", "relative -ms-2.5")}
        >
          <Icon name="copies" />
          <span>
            {search.findCopies}
            <span className="sr-only">: {name}</span>
          </span>
        </Link>
      )}
      <AddOne choice={choice} label={search.addToCase} name={name} />
      {hit.cases.length > 0 && (
        <p className="text-ink-faint">
          {search.inCases}{" "}
          {hit.cases.map((one, i) => (
            <span key={one.id}>
              {i > 0 && " · "}
              <Link
                href={`/${locale}/desk/cases/${one.id}`}
                prefetch={false}
                className="prose-link relative text-ink-soft"
              >
                <bdi>{caseName(locale, one.title)}</bdi>
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** The true number of posts; collapsed, how many more stand behind the one that is shown. */
function CopiesLine({ locale, hit, isCollapsed }: Pick<Props, "locale" | "hit" | "isCollapsed">) {
  const { search } = messages(locale);
  if (!hit.wordingId) return null;
  if (!hit.phrasing) return <span className="text-ink-faint">{search.notCompared}</span>;
  const { id, posts, accounts } = hit.phrasing;
  if (posts < 2) return null;
  return (
    <Link
      href={phrasingHref(locale, id)}
      prefetch={false}
      className="prose-link relative inline-flex min-h-6 items-center gap-1 font-medium"
    >
      <Icon name="phrasing" className="size-4" />
      {isCollapsed ? search.more(posts - 1) : search.copies(posts)} · {search.accounts(accounts)}
    </Link>
  );
}
