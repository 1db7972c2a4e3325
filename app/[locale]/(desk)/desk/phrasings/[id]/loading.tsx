import { PageLoading } from "#components/frame/page-loading";

export default function Loading() {
  return <PageLoading />;
}
