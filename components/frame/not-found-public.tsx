"use client";

import { LinkButton } from "#components/ui/link-button";
import { PageNotice } from "./page-notice";
import { useFrameWords } from "./use-frame-words";

/** No such public page. */
export function NotFoundPublic() {
  const { locale, frame } = useFrameWords();
  return (
    <PageNotice title={frame.notFoundTitle} actions={<LinkButton href={`/${locale}`}>{frame.toCases}</LinkButton>}>
      {frame.notFoundPublic}
    </PageNotice>
  );
}
