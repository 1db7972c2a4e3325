import { askXApi } from "#lib/adapters/platforms/x/api/ask-x-api";
import { judgeAnswer } from "#lib/adapters/platforms/x/api/judge-answer";
import { db } from "#lib/data/client";
import { findCredentialRow, noteCredentialUse } from "#lib/data/platform-credentials";
import { env } from "#lib/env";
import { AppError, type ErrorCode, toAppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { openSecret } from "#lib/services/platforms/sealed-access";

/** The usage of the app that the token belongs to: it returns no post, account or media that X charges for. */
const USAGE_PATH = "/2/usage/tweets";

/**
 * Tries stored access without looking anything up that costs money. A token is shown to X; of cookies only opening them
 * can be tried here, because whether they are signed in is seen when a browser has them.
 * @returns why it does not work; null when it does, and whether the platform itself was asked.
 * @throws AppError `not_allowed`, `not_found`.
 */
export async function testCredential(actor: Actor, id: string): Promise<{ problem: ErrorCode | null; asked: boolean }> {
  assertMay(actor, "platforms.manage");
  const row = isUuid(id) ? await findCredentialRow(db(), id) : null;
  if (!row) throw new AppError("not_found", `No stored access ${id}`);
  try {
    const secret = await openSecret(row);
    if (secret.kind === "session_cookies") return { problem: row.problem, asked: false };
    const answer = await askXApi({ origin: env().X_API_ORIGIN, path: USAGE_PATH }, secret.token);
    const verdict = judgeAnswer(answer, new Date());
    // Too many questions is no fault of the token.
    const problem = verdict.kind === "refused" ? verdict.code : null;
    if (problem !== "api_failed") await noteCredentialUse(id, new Date(), problem);
    return { problem, asked: true };
  } catch (thrown) {
    return { problem: toAppError(thrown).code, asked: false };
  }
}
