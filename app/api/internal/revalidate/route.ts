import { revalidatePath } from "next/cache";
import { z } from "zod";
import { holdsInternalSignature, INTERNAL_SIGNATURE_HEADER } from "#lib/auth/internal-signature";
import { AppError } from "#lib/errors";
import { readBody, respond } from "#lib/http";
import { LOCALE_LIST } from "#lib/i18n/locales";
import { refreshPublicCase } from "#lib/services/cases/refresh-public-case";

const MAX_BODY_BYTES = 1_000;
const message = z.object({ slug: z.string().min(1).max(120) });

function readMessage(body: string): { slug: string } {
  try {
    return message.parse(JSON.parse(body));
  } catch (cause) {
    throw new AppError("bad_input", "revalidation without a slug", {}, { cause });
  }
}

/**
 * A case was published, corrected or retracted: its pages, the index and its revisions are made anew.
 * The new text is read before the old pages are let go, so that a database that fails now leaves them as they are
 * (answer 503, nothing touched), and one that fails a moment later is made up for from memory.
 */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const body = await readBody(request, MAX_BODY_BYTES);
    if (!holdsInternalSignature("daleel revalidate", body, request.headers.get(INTERNAL_SIGNATURE_HEADER))) {
      throw new AppError("not_allowed", "revalidation without a valid signature");
    }
    const { slug } = readMessage(body);
    const newestNumber = await refreshPublicCase(slug);
    for (const locale of LOCALE_LIST) {
      revalidatePath(`/${locale}`);
      revalidatePath(`/${locale}/cases/${slug}`);
      for (let number = 1; number <= newestNumber; number++) revalidatePath(`/${locale}/cases/${slug}/r/${number}`);
    }
    return { slug, newestNumber };
  });
}
