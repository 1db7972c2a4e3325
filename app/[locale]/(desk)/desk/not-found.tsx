import { NotFoundDesk } from "#components/frame/not-found-desk";

export default function NotFound() {
  return <NotFoundDesk />;
}
