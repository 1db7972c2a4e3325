import { PageLoading } from "#components/frame/page-loading";

/** Not for the whole desk: what waits behind it never shows without JavaScript, and submitting works without. */
export default function Loading() {
  return <PageLoading />;
}
