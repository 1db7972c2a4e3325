"use client";

import { PageError } from "#components/frame/page-error";

export default function DeskError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return <PageError side="desk" error={error} retry={retry} />;
}
