import { notFound } from "next/navigation";
import { AppError } from "#lib/errors";

/** What a service found, or the desk's "there is no page here". Other errors go on to the error page. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "not_found") notFound();
    throw thrown;
  }
}
