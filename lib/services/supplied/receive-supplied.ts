import { putFile } from "#lib/adapters/files/file-store";
import { receiveFile } from "#lib/adapters/files/receive-file";
import { lookInside } from "#lib/adapters/supplied/look-inside";
import { mediaTypeOf } from "#lib/core/supplied/formats";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { announceChange } from "#lib/data/search-outbox";
import { findSuppliedBySha, insertSuppliedItem, lockSuppliedBytes } from "#lib/data/supplied-items";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { parseInput } from "#lib/schemas/parse-input";
import { suppliedInput } from "#lib/schemas/supplied";

/** `isNew` is false when these very bytes were supplied before: `id` is theirs, and its custody says that they came again. */
export type ReceivedSupplied = { id: string; isNew: boolean };

/**
 * Takes a file that somebody gave to the newsroom: kept byte for byte, typed by its content, with its line in the
 * custody log. The bytes are on the disk before the row exists; a crash in between leaves a file that nothing names.
 * @param input suppliedInput.
 * @param body the file's bytes as they arrive.
 * @throws AppError `not_allowed`, `bad_input`, `file_too_large`, `file_not_accepted`, `upload_cut`, `storage_failed`.
 */
export async function receiveSupplied(
  actor: Actor,
  input: unknown,
  body: AsyncIterable<Uint8Array>,
): Promise<ReceivedSupplied> {
  assertMay(actor, "sources.submit");
  const about = parseInput(suppliedInput, input);
  const received = await receiveFile(body, env().SUPPLIED_MAX_BYTES);
  try {
    if (received.bytes === 0) throw new AppError("file_not_accepted", "An empty file", { fileName: about.fileName });
    const look = await lookInside(received.path);
    if (!look) {
      throw new AppError("file_not_accepted", `Not a file of a known kind: ${about.fileName}`, {
        fileName: about.fileName,
      });
    }
    const stored = await putFile(received.path);
    const { claimedUrl, claimedAt, ...words } = about;
    const row = {
      ...words,
      claimedUrl: claimedUrl || null,
      claimedAt: claimedAt || null,
      ...look,
      mediaType: mediaTypeOf(look.format),
      ...stored,
    };
    return await record(actor, row);
  } finally {
    await received.drop();
  }
}

type Row = Omit<Parameters<typeof insertSuppliedItem>[1], "suppliedById" | "receivedAt">;

async function record(actor: Actor, row: Row): Promise<ReceivedSupplied> {
  return db().$transaction(async (tx) => {
    await lockSuppliedBytes(tx, row.sha256);
    const same = await findSuppliedBySha(tx, row.sha256);
    const { id } = same ?? (await insertSuppliedItem(tx, { ...row, suppliedById: actor.id, receivedAt: new Date() }));
    if (!same) await announceChange(tx, "supplied", [id]);
    const { sha256, format, fileName, origin, claimedUrl, claimedAt } = row;
    await appendCustodyEvent(tx, {
      actor,
      // The same bytes out of a second hand are a fact of their own.
      action: same ? "supplied.received_again" : "supplied.received",
      subjectType: "supplied_item",
      subjectId: id,
      details: { sha256, bytes: Number(row.bytes), format, fileName, origin, claimedUrl, claimedAt },
    });
    return { id, isNew: !same };
  });
}
