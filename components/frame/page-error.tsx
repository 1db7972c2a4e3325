"use client";

import { Button } from "#components/ui/button";
import { Hash } from "#components/ui/hash";
import { LinkButton } from "#components/ui/link-button";
import { PageNotice } from "./page-notice";
import { useFrameWords } from "./use-frame-words";

type Props = { side: "public" | "desk"; error: Error & { digest?: string }; retry: () => void };

/** A page that broke: what it means for the person's work, a way to try again, a reference for the log. */
export function PageError({ side, error, retry }: Props) {
  const { locale, common, frame } = useFrameWords();
  return (
    <PageNotice
      title={frame.errorTitle}
      actions={
        <>
          <Button variant="primary" icon="retry" onClick={retry}>
            {common.actions.retry}
          </Button>
          {side === "desk" ? (
            <LinkButton href={`/${locale}/desk`}>{frame.toDesk}</LinkButton>
          ) : (
            <LinkButton href={`/${locale}`}>{frame.toCases}</LinkButton>
          )}
        </>
      }
      aside={
        error.digest && (
          <>
            {frame.errorReference}: <Hash value={error.digest} />
          </>
        )
      }
    >
      {side === "desk" ? frame.errorDesk : frame.errorPublic}
    </PageNotice>
  );
}
