import Link from "next/link";
import type { ReactNode } from "react";
import { hashtagHref } from "#components/spread/spread-href";
import { FoldedCard } from "#components/ui/folded-card";
import { Icon } from "#components/ui/icon";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { foldHashtag } from "#lib/core/text/fold";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaptureDetail } from "#lib/services/captures/get-capture";
import type { ObservationView } from "#lib/services/captures/observation-view";
import { LinkedPostLine, VersionLines } from "./post-links";
import { MAX_CLOCK_GAP_SECONDS, PostWitnesses } from "./post-witnesses";

type Props = { locale: Locale; capture: CaptureDetail; post: ObservationView };

/** A post field by field: the value and where on the page it was read. */
export function PostFields({ locale, capture, post }: Props) {
  const { postDetails: words } = messages(locale);
  const rows = rowsOf({ locale, capture, post });
  const { quotes, repliesTo, editIds, idTimeDifferenceSeconds: gap } = post.details;
  // Other posts and other versions are something to go to, not only something to look up.
  const leadsOn = Boolean(quotes || repliesTo || editIds);
  return (
    <FoldedCard title={words.title} aside={words.fieldCount(rows.length)} isOpen={leadsOn}>
      <p className="mb-3 max-w-measure text-sm text-ink-soft">{words.lead}</p>
      <Table label={words.title}>
        <TableHead>
          <HeaderCell>{words.field}</HeaderCell>
          <HeaderCell>{words.value}</HeaderCell>
          <HeaderCell>{words.saidBy}</HeaderCell>
        </TableHead>
        <tbody>
          {rows.map(({ field, value }) => (
            <TableRow key={field}>
              <HeaderCell scope="row" className="py-2.5 align-top whitespace-nowrap">
                {words.fields[field]}
              </HeaderCell>
              <Cell className="min-w-48 wrap-anywhere">{value}</Cell>
              <Cell className="min-w-36 text-sm text-ink-soft">{sourceOf(locale, post, field)}</Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {gap !== undefined && gap <= MAX_CLOCK_GAP_SECONDS && (
        <p className="mt-3 flex gap-1.5 text-sm text-ink-soft">
          <Icon name="clock" className="mt-0.5" />
          <span>
            {words.idTime} {words.idTimeFits(gap)}
          </span>
        </p>
      )}
      <PostWitnesses locale={locale} details={post.details} />
    </FoldedCard>
  );
}

type FieldName = keyof ReturnType<typeof messages>["postDetails"]["fields"];

/** Fields that are known, in the order in which people ask for them. */
function rowsOf({ locale, capture, post }: Props): { field: FieldName; value: ReactNode }[] {
  const { captures, postDetails: words } = messages(locale);
  const { details } = post;
  const counts = Object.entries(post.counts).map(
    ([name, count]) => `${captures.count[name] ?? name} ${formatNumber(locale, count)}`,
  );
  const rows: [FieldName, ReactNode][] = [
    ["text", post.text && words.characters([...post.text].length)],
    ["authorName", post.authorName && <bdi>{post.authorName}</bdi>],
    ["authorHandle", post.authorHandle && <bdi dir="ltr">@{post.authorHandle}</bdi>],
    ["authorId", details.authorId && <Machine>{details.authorId}</Machine>],
    ["authorPicture", details.authorPicture && <Machine>{details.authorPicture}</Machine>],
    ["postedAt", post.postedAt && <Time locale={locale} at={post.postedAt} />],
    ["language", post.language && languageName(locale, post.language)],
    ["counts", counts.length > 0 && counts.join(" · ")],
    ["hashtags", post.hashtags.length > 0 && <Hashtags locale={locale} tags={post.hashtags} />],
    ["quotes", details.quotes && <LinkedPostLine locale={locale} capture={capture} url={details.quotes} />],
    ["repliesTo", details.repliesTo && <LinkedPostLine locale={locale} capture={capture} url={details.repliesTo} />],
    ["editIds", details.editIds && <VersionLines locale={locale} capture={capture} post={post} />],
    ["media", details.media.length > 0 && formatNumber(locale, details.media.length)],
    ["withheldIn", details.withheldIn?.map((code) => countryName(locale, code)).join(locale === "ar" ? "، " : ", ")],
  ];
  return rows.filter(([, value]) => value).map(([field, value]) => ({ field, value }));
}

function sourceOf(locale: Locale, post: ObservationView, field: FieldName): string {
  const { postDetails: words } = messages(locale);
  const source = post.fieldSources[field];
  if (source) return words.witness[source];
  return field === "language" ? words.guessed : field === "hashtags" ? words.asSeen : "";
}

function Machine({ children }: { children: string }) {
  return (
    <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
      {children}
    </bdi>
  );
}

function Hashtags({ locale, tags }: { locale: Locale; tags: string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {tags.map((tag) => (
        <li key={tag}>
          <Link href={hashtagHref(locale, foldHashtag(tag))} prefetch={false} className="prose-link">
            <bdi>#{tag}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Platforms send tags that are none; those are shown as they came. */
function languageName(locale: Locale, tag: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function countryName(locale: Locale, code: string): string {
  const { postDetails: words } = messages(locale);
  if (code === "XX") return words.everywhere;
  if (code === "XY") return words.copyright;
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
