import { CapturedLine } from "#components/case/exhibit-detail";
import { capturesOf, exhibitAnchor } from "#components/case/exhibit-facts";
import { ExhibitPicture } from "#components/case/exhibit-picture";
import { Byline, PostText } from "#components/case/exhibit-post";
import { SuppliedLine } from "#components/case/exhibit-supplied";
import { Strip, WordingCounts } from "#components/case/exhibit-wording";
import { findWords, Words } from "#components/case/words";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";

type FigureProps = { exhibit: SnapshotExhibit; locale: Locale; contentLocale: Locale };

/** An exhibit in the flow of the story: enough to see it; everything else about it is one jump away. */
export function ExhibitFigure({ exhibit, locale, contentLocale }: FigureProps) {
  const t = messages(locale).reader.exhibit;
  const capture = capturesOf(exhibit)[0];
  return (
    <figure className="my-7 space-y-3 border-y border-hairline py-4 font-sans">
      {exhibit.kind === "wording" ? (
        <>
          <PostText post={{ text: exhibit.wording.text, language: exhibit.wording.posts[0]?.language ?? null }} />
          <WordingCounts exhibit={exhibit} locale={locale} />
          <Strip exhibit={exhibit} locale={locale} />
        </>
      ) : (
        <ExhibitPicture exhibit={exhibit} locale={locale} sizes="(min-width: 44rem) 40rem, 92vw" />
      )}
      {exhibit.kind === "post" ? <Byline post={exhibit.post} locale={locale} /> : null}
      <figcaption className="space-y-1 text-sm">
        <p>
          <a className="prose-link font-semibold" href={`#${exhibitAnchor(exhibit.number)}`}>
            {t.number(exhibit.number)}
          </a>
          {findWords(exhibit.caption, contentLocale) ? ". " : null}
          <Words text={exhibit.caption} locale={contentLocale} />
        </p>
        {capture && exhibit.kind !== "wording" ? <CapturedLine capture={capture} locale={locale} /> : null}
        {exhibit.kind === "supplied" ? <SuppliedLine exhibit={exhibit} locale={locale} /> : null}
      </figcaption>
    </figure>
  );
}
