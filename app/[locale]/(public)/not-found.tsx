import { NotFoundPublic } from "#components/frame/not-found-public";

export default function NotFound() {
  return <NotFoundPublic />;
}
