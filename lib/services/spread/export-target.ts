import { db } from "#lib/data/client";
import { findPhrasingNames } from "#lib/data/spread/names";
import { AppError } from "#lib/errors";
import { isUuid } from "#lib/schemas/ids";
import { openAccount } from "#lib/services/accounts/open-account";
import { openHashtag } from "#lib/services/hashtags/get-hashtag";

/** Whose posts or ties leave as a file. */
export type ExportTarget =
  | { kind: "hashtag"; tag: string }
  | { kind: "account"; platform: string; handle: string }
  | { kind: "phrasing"; id: string };

export type OpenTarget = {
  scope: { kind: ExportTarget["kind"]; id: string };
  /** The beginning of a file's name. */
  fileName: string;
  /** What it is, in a sentence's middle. */
  words: string;
};

/** @throws AppError `not_found`. */
export async function openTarget(target: ExportTarget): Promise<OpenTarget> {
  const { kind } = target;
  if (kind === "hashtag") {
    const { id, folded, text } = await openHashtag(target.tag);
    return { scope: { kind, id }, fileName: `hashtag-${folded}`, words: `the hashtag #${text}` };
  }
  if (kind === "account") {
    const { id, platform, handle } = await openAccount(target.platform, target.handle);
    return {
      scope: { kind, id },
      fileName: `account-${platform}-${handle}`,
      words: `the account @${handle} (${platform})`,
    };
  }
  const known = isUuid(target.id) && (await findPhrasingNames(db(), [target.id])).size > 0;
  if (!known) throw new AppError("not_found", `No phrasing ${target.id}`);
  return { scope: { kind, id: target.id }, fileName: `phrasing-${target.id}`, words: `the phrasing ${target.id}` };
}
