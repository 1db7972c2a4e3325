"use client";

import { LinkButton } from "#components/ui/link-button";
import { PageNotice } from "./page-notice";
import { useFrameWords } from "./use-frame-words";

/** No such thing on the desk. */
export function NotFoundDesk() {
  const { locale, frame } = useFrameWords();
  return (
    <PageNotice
      title={frame.notFoundTitle}
      actions={
        <>
          <LinkButton href={`/${locale}/desk`}>{frame.toDesk}</LinkButton>
          <LinkButton href={`/${locale}/desk/search`} variant="quiet" icon="search">
            {frame.toSearch}
          </LinkButton>
        </>
      }
    >
      {frame.notFoundDesk}
    </PageNotice>
  );
}
