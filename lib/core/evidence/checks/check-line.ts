/** What is looked at. The order is the order in which a report shows them. */
export const CHECK_KINDS = [
  "container",
  "list",
  "manifest",
  "file",
  "signature",
  "key",
  "timestamp",
  "warc",
  "wacz",
  "custody",
  "head",
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** `not_made`: the check could not be made. That is no failure, and never counts as fine. */
export type CheckState = "holds" | "fails" | "not_made";

/** Every sentence that a check can end in, with its state; the words are in lib/i18n/messages/<locale>/checks.ts. */
export const CHECK_DETAILS = {
  zip_as_written: "holds",
  zip_changed: "fails",
  zip_repacked: "not_made",
  zip_unreadable: "fails",
  too_much: "fails",
  unsafe_path: "fails",
  duplicate_path: "fails",
  not_a_file: "fails",
  list_exact: "holds",
  list_wrong_hash: "fails",
  list_missing_file: "fails",
  list_unlisted_file: "fails",
  list_malformed: "fails",
  list_absent: "fails",
  manifest_recorded: "holds",
  manifest_well_formed: "holds",
  manifest_changed: "fails",
  manifest_missing: "fails",
  manifest_unreadable: "fails",
  manifest_other_capture: "fails",
  file_same: "holds",
  file_changed: "fails",
  file_other_size: "fails",
  file_missing: "fails",
  file_not_in_manifest: "fails",
  file_row_differs: "fails",
  file_row_missing: "fails",
  signature_holds: "holds",
  signature_wrong: "fails",
  signature_key_unknown: "fails",
  signature_key_not_in_force: "fails",
  signature_malformed: "fails",
  signature_missing: "fails",
  signature_absent: "not_made",
  signature_no_keys: "not_made",
  key_published: "holds",
  key_from_bundle: "not_made",
  keys_unreadable: "fails",
  token_holds: "holds",
  token_wrong: "fails",
  token_missing: "fails",
  token_no_root: "not_made",
  token_not_checkable: "not_made",
  token_pending: "not_made",
  token_abandoned: "not_made",
  tokens_none: "not_made",
  warc_holds: "holds",
  warc_record_wrong: "fails",
  warc_empty: "fails",
  warc_absent: "not_made",
  wacz_members_hold: "holds",
  wacz_member_changed: "fails",
  wacz_member_missing: "fails",
  wacz_member_unlisted: "fails",
  wacz_member_unsafe: "fails",
  wacz_unreadable: "fails",
  wacz_package_wrong: "fails",
  wacz_digest_wrong: "fails",
  wacz_signature_holds: "holds",
  wacz_signature_wrong: "fails",
  wacz_key_unknown: "fails",
  wacz_signature_absent: "not_made",
  wacz_signature_no_keys: "not_made",
  wacz_absent: "not_made",
  chain_holds: "holds",
  chain_event_changed: "fails",
  chain_link_broken: "fails",
  chain_gap: "fails",
  extract_holds: "holds",
  extract_event_wrong: "fails",
  extract_path_wrong: "fails",
  extract_other_manifest: "fails",
  extract_not_covered: "not_made",
  extract_absent: "not_made",
  head_holds: "holds",
  head_wrong: "fails",
  head_key_unknown: "fails",
  head_other_event: "fails",
  head_absent: "not_made",
  head_no_keys: "not_made",
} as const satisfies Record<string, CheckState>;
export type CheckDetail = keyof typeof CHECK_DETAILS;

/** One line of a report. `subject` names the file, member, record or row, as a person would find it. */
export type CheckLine = {
  check: CheckKind;
  subject: string;
  state: CheckState;
  detail: CheckDetail;
  /** What the sentence needs to be exact: hashes, sizes, times, the number of a record. */
  values: Record<string, string | number>;
};

/** A line; its state follows from its detail, so no check can call a failure by another name. */
export function checkLine(
  check: CheckKind,
  subject: string,
  detail: CheckDetail,
  values: CheckLine["values"] = {},
): CheckLine {
  return { check, subject, state: CHECK_DETAILS[detail], detail, values };
}

export type CheckSummary = { holds: number; fails: number; notMade: number };

/** How many lines hold, fail, could not be made. */
export function summarise(lines: readonly CheckLine[]): CheckSummary {
  const count = (state: CheckState) => lines.filter((line) => line.state === state).length;
  return { holds: count("holds"), fails: count("fails"), notMade: count("not_made") };
}
