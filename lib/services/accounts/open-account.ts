import { db } from "#lib/data/client";
import { type AccountRow, findAccount, findAccountsByHandle } from "#lib/data/spread/accounts";
import { AppError } from "#lib/errors";

/** An account by platform and handle, with or without `@`. @throws AppError `not_found`. */
export async function openAccount(platform: string, handle: string): Promise<AccountRow> {
  const account = await findAccount(db(), platform, handle.replace(/^@/, ""));
  if (!account) throw new AppError("not_found", `No post of @${handle} on ${platform}`);
  return account;
}

/**
 * Accounts that a person can mean by what they typed: `platform/handle`, `@handle`, `handle`. Several when more than one
 * platform has the handle.
 */
export async function findAccountsMeant(typed: string): Promise<AccountRow[]> {
  const text = typed.trim();
  const slash = text.indexOf("/");
  const handle = text.slice(slash + 1).replace(/^@/, "");
  if (handle === "") return [];
  if (slash < 0) return findAccountsByHandle(db(), handle);
  const account = await findAccount(db(), text.slice(0, slash), handle);
  return account ? [account] : [];
}
