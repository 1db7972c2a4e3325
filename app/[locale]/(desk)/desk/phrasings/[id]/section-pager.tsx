import { Pager } from "#components/ui/pager";
import { messages } from "#lib/i18n/messages";
import { MAX_PHRASING_PAGES } from "#lib/schemas/phrasing-query";
import { phrasingHref } from "../phrasings-href";
import type { SectionProps } from "./section-props";

type Props = Pick<SectionProps, "locale" | "phrasing" | "query"> & {
  list: "wordings" | "accounts" | "posts";
  hasMore: boolean;
};

/** Pages of one list on the page of a phrasing; the other lists stay where they are. */
export function SectionPager({ locale, phrasing, query, list, hasMore }: Props) {
  const { phrasings: words } = messages(locale);
  const page = query[list];
  if (page === 1 && !hasMore) return null;
  const href = (to: number) => `${phrasingHref(locale, phrasing.id, { ...query, [list]: to })}#${list}`;
  const isEnd = hasMore && page >= MAX_PHRASING_PAGES;
  return (
    <>
      {isEnd && <p className="mt-3 text-sm text-ink-soft">{words.endHere}</p>}
      <Pager
        label={words.pagesOf[list]}
        position={words.position(page)}
        previous={{ label: words.previous, href: page > 1 ? href(page - 1) : null }}
        next={{ label: words.next, href: hasMore && !isEnd ? href(page + 1) : null }}
      />
    </>
  );
}
