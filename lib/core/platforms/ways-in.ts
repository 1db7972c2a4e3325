import type { CaptureWay, PlatformId } from "#lib/core/captures/types";
import type { ApiPrices } from "#lib/core/platforms/api-search";
import type { ErrorCode } from "#lib/errors";

/** Stored access by the name that the newsroom gave it. */
export type NamedAccess = {
  id: string;
  label: string;
  /** Why it did not work the last time. */
  problem: ErrorCode | null;
};

/** The ways into one kind of source at one platform, as an editor chooses among them. */
export type WaysIn = {
  platform: PlatformId;
  ways: CaptureWay[];
  /** Tokens and sessions that are stored; an empty list is a way that is closed. */
  tokens: NamedAccess[];
  sessions: NamedAccess[];
  prices: ApiPrices;
};
