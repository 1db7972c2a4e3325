"use server";

import { revalidatePath } from "next/cache";
import { requireActor } from "#lib/auth/session";
import { AppError, type ErrorCode } from "#lib/errors";
import { type ActionResult, runAction } from "#lib/http";
import { addCredential } from "#lib/services/platforms/add-credential";
import { revokeCredential } from "#lib/services/platforms/revoke-credential";
import { testCredential } from "#lib/services/platforms/test-credential";

/** What the form shows after it was sent. The secret is never among it. */
export type AddState =
  | { result: ActionResult<{ id: string }>; kind: string; platform: string; label: string }
  | undefined;

const changed = () => revalidatePath("/[locale]/desk", "layout");

/** Seals and stores what was entered. */
export async function addCredentialAction(_before: AddState, form: FormData): Promise<AddState> {
  const field = (name: string) => String(form.get(name) ?? "");
  const [kind, platform, label] = [field("kind"), field("platform"), field("label")];
  const result = await runAction(async () => {
    const actor = await requireActor();
    if (kind === "session_cookies" && field("understood") !== "on") {
      throw new AppError("bad_input", "The risks were not read", { fields: { understood: "not_understood" } });
    }
    const added = await addCredential(actor, { platform, kind, label, secret: field("secret") });
    changed();
    return added;
  });
  return { result, kind, platform, label };
}

/** Tries stored access. */
export async function testCredentialAction(
  id: string,
): Promise<ActionResult<{ problem: ErrorCode | null; asked: boolean }>> {
  return runAction(async () => {
    const tried = await testCredential(await requireActor(), String(id));
    changed();
    return tried;
  });
}

/** Removes stored access. */
export async function revokeCredentialAction(id: string): Promise<ActionResult<null>> {
  return runAction(async () => {
    await revokeCredential(await requireActor(), String(id));
    changed();
    return null;
  });
}
