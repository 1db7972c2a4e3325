"use client";

import { PageError } from "#components/frame/page-error";

export default function PublicError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <PageError side="public" error={error} retry={retry} />;
}
