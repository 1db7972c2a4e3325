import { notFound } from "next/navigation";

/** Any address under the desk that is no page: the frame around it stays. */
export default function NoSuchPage(): never {
  notFound();
}
