/**
 * The closed list of what can go wrong, with when each is thrown.
 * Each code has a sentence in both languages (lib/i18n/messages/<locale>/errors.ts)
 * and one HTTP status (STATUS below).
 */
export const ERROR_CODES = [
  /** A variable of the environment is missing or malformed. */
  "bad_settings",
  /** Input that does not fit its schema; `details.fields` says which. */
  "bad_input",
  /** A supplied file is larger than this server takes; `details.maxBytes`. */
  "file_too_large",
  /** A supplied file is empty, damaged, or of no kind that is kept. */
  "file_not_accepted",
  /** The sender of an upload went away before its end. */
  "upload_cut",
  /** Nobody is signed in. */
  "not_signed_in",
  /** Signed in, but this role may not do this. */
  "not_allowed",
  /** There is no such thing, or not for this person. */
  "not_found",
  /** Somebody else saved a newer version; `details.version` is theirs. */
  "conflict",
  /** Too many tries; `details.retryAfterSeconds` says how long to wait. */
  "too_many_tries",
  /** Wrong e-mail or password, or an account that was switched off. */
  "wrong_sign_in",
  /** An invitation that was used, revoked or is too old. */
  "invitation_void",
  /** An account with this e-mail exists. */
  "email_taken",
  /** The last admin cannot be switched off or lose the role. */
  "last_admin",
  /** A case file is not complete enough; `details.problems` lists why. */
  "case_incomplete",
  /** The last author of a case file may not publish it. */
  "second_person_needed",
  /** The case file is not in a state that allows this step. */
  "wrong_case_status",
  /** The slug is in use. */
  "slug_taken",
  /** A published thing cannot be changed, only corrected. */
  "frozen",
  /** The address is private, reserved or of a scheme that captures refuse. */
  "address_refused",
  /** The host name does not resolve. */
  "host_unknown",
  /** The server refused or dropped the connection. */
  "connection_failed",
  /** The site asked for fewer visits (429); the capture waits and is tried again. */
  "site_rate_limited",
  /** The site's own server failed (5xx) or says so in the page; it answered, so it is not `connection_failed`. */
  "site_failed",
  /** Another capture of this host has just begun; the request waits a moment. */
  "host_busy",
  /** The host refused several times in a row (403, 429, walls for robots) and is left alone for a while. */
  "host_resting",
  /** The page did not finish within the capture's time. */
  "capture_timeout",
  /** An answer is longer than is taken; `details.maxBytes` is how much would have been. */
  "answer_too_large",
  /** The browser died or could not be started. */
  "browser_failed",
  /** The host does not allow Chromium's sandbox, and nobody said that captures may do without. */
  "sandbox_refused",
  /** Somebody took the capture request back before it began. */
  "request_withdrawn",
  /** No stored access to this platform that the chosen way needs, or it was revoked. */
  "credential_missing",
  /** The key file that opens stored access is missing or not the one that sealed it. */
  "credential_key_missing",
  /** Stored access does not open with its own key: the row was changed. */
  "credential_damaged",
  /** The platform's interface does not know the token (401). */
  "api_token_refused",
  /** The token is known, but its account has no access or no credit left (402, 403). */
  "api_access_refused",
  /** The platform's interface refuses the question (400). */
  "api_query_refused",
  /** The platform's interface failed (5xx), or its answer cannot be read. */
  "api_failed",
  /** The stored session is not signed in any more. */
  "session_expired",
  /** A file of a capture made signed in holds a secret of the session that cannot be taken out; it is not kept. */
  "secret_in_file",
  /** The browser's self-test drew a wrong picture; capturing is refused. */
  "self_test_failed",
  /** The evidence disk is full or not writable. */
  "storage_failed",
  /** A stored file does not have the hash it is named by, or is missing. */
  "file_damaged",
  /** The private half of a signing key is not on this host. */
  "key_missing",
  /** PostgreSQL does not answer. */
  "database_down",
  /** The browser got no answer from our server; only ever made in the browser. */
  "not_reached",
  /** The search engine does not answer. */
  "search_down",
  /** The phrasings are being rebuilt, which takes a while; decisions wait for it. */
  "phrasings_busy",
  /** A program that Daleel starts did not start. */
  "start_failed",
  /** A bug: everything that has no code of its own. */
  "internal",
  /** An editor's word on two wordings goes against earlier ones that still stand; `details.decisions` are their ids. */
  "decisions_contradict",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Codes where doing the same again later can help. */
const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  "host_unknown",
  "connection_failed",
  "site_rate_limited",
  "site_failed",
  "capture_timeout",
  "browser_failed",
  "api_failed",
  "storage_failed",
  "key_missing",
  "database_down",
  "search_down",
  "phrasings_busy",
]);

const STATUS: Partial<Record<ErrorCode, number>> = {
  bad_input: 400,
  upload_cut: 400,
  file_too_large: 413,
  file_not_accepted: 415,
  not_signed_in: 401,
  wrong_sign_in: 401,
  not_allowed: 403,
  second_person_needed: 403,
  not_found: 404,
  conflict: 409,
  slug_taken: 409,
  email_taken: 409,
  wrong_case_status: 409,
  frozen: 409,
  last_admin: 409,
  invitation_void: 410,
  credential_missing: 409,
  decisions_contradict: 409,
  case_incomplete: 422,
  address_refused: 422,
  too_many_tries: 429,
  storage_failed: 507,
  key_missing: 503,
  database_down: 503,
  search_down: 503,
  phrasings_busy: 503,
};

/** The one error class of the project. The message is for logs; people see the code's sentence. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  /**
   * @param code from the closed list above.
   * @param message for logs, in English.
   * @param details values for the sentence people see; never secrets.
   */
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }

  /** Whether the same attempt can succeed later. */
  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }

  /** The HTTP status that says the same. */
  get status(): number {
    return STATUS[this.code] ?? 500;
  }
}

type DriverProblem = { kind?: unknown; originalCode?: unknown };

/** Prisma has codes of its own (P2010, P2039, …) with the driver's word for what happened inside. */
function driverProblem(thrown: unknown): DriverProblem | undefined {
  return (thrown as { meta?: { driverAdapterError?: { cause?: DriverProblem } } } | null)?.meta?.driverAdapterError
    ?.cause;
}

/** System errors, and PostgreSQL's disk_full. */
const NO_ROOM: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "53100"]);
/** No listener, Prisma's and PostgreSQL's words for it; too_many_connections passes as well. */
const NO_DATABASE: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "P1001", "57P01", "57P02", "57P03", "53300"]);

/** Turns anything thrown into an AppError; unknown things become `internal`, with the cause kept. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = (thrown as { code?: unknown } | null)?.code;
  const driver = driverProblem(thrown);
  if (NO_ROOM.has(code) || NO_ROOM.has(driver?.originalCode)) {
    return new AppError("storage_failed", `A file cannot be written: ${message}`, {}, { cause: thrown });
  }
  if (NO_DATABASE.has(code) || NO_DATABASE.has(driver?.originalCode) || driver?.kind === "DatabaseNotReachable") {
    return new AppError("database_down", message, {}, { cause: thrown });
  }
  return new AppError("internal", message, {}, { cause: thrown });
}
