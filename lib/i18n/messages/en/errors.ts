import type { ErrorCode } from "#lib/errors";

/** What happened, what it means for the work, what to do. One sentence or two. */
export const errors: Record<ErrorCode, string> = {
  bad_settings: "A setting of this server is wrong; its log says which. Ask whoever runs it.",
  bad_input: "Something in the form is missing or wrong. The marked fields say what.",
  file_too_large: "This file is larger than this server takes. Nothing was kept; an admin can raise the limit.",
  file_not_accepted:
    "This is none of the kinds of files that are kept, or it is damaged: pictures (PNG, JPEG, WebP, GIF), PDF, saved pages (MHTML, HTML), WARC, WACZ and HAR. Nothing was kept.",
  upload_cut: "The upload stopped before its end, so nothing was kept. Send the file again.",
  not_signed_in: "You are not signed in. Sign in and try again; what you typed is still here.",
  not_allowed: "Your role does not allow this. An admin can change it.",
  not_found: "This does not exist, or not any more.",
  conflict: "Somebody else saved a newer version. Nothing of yours was lost: compare, then save again.",
  too_many_tries: "Too many tries. Wait a few minutes, then try again.",
  wrong_sign_in: "E-mail and password do not fit together.",
  invitation_void: "This invitation was used, withdrawn or is too old. Ask for a new one.",
  email_taken: "There is an account with this e-mail already.",
  last_admin: "This is the last admin. Make somebody else admin first.",
  case_incomplete: "The case file is not complete yet. The list below says what is missing.",
  second_person_needed: "You were the last to edit this case file, so somebody else has to publish it.",
  wrong_case_status: "The case file has moved on in the meantime. Reload to see where it is.",
  slug_taken: "Another case file has this address. Choose a different one.",
  frozen: "What was published is never changed. Publish a correction instead.",
  address_refused: "This address is private, reserved or not a web address, so it is not opened.",
  host_unknown: "There is no server of this name. Check the spelling; the capture is tried again by itself.",
  connection_failed: "The server did not answer. The capture is tried again by itself.",
  site_rate_limited: "The site asked for fewer visits. The capture waits and is tried again by itself.",
  site_failed: "The site answered with an error of its own. The capture is tried again by itself.",
  host_busy: "Another capture of this site has just begun, so this one waits a moment.",
  host_resting: "The site refused several times in a row, so it is left alone for a while. Then it goes on by itself.",
  capture_timeout: "The page did not finish in time. The capture is tried again by itself.",
  answer_too_large: "The answer was longer than is taken, so it was not loaded to its end.",
  browser_failed: "The browser stopped. The capture is tried again by itself.",
  sandbox_refused:
    "This machine does not let the browser lock itself in, so nothing is captured. Whoever runs the server finds in its log what to allow or to set.",
  request_withdrawn: "Taken back before the capture began. Nothing was opened.",
  credential_missing:
    "The newsroom has no working access of this kind to the platform. An admin can add it in Settings, under Access to platforms.",
  credential_key_missing:
    "The key file that opens the newsroom's stored access is missing or another one. Restore it from the backup of the data folder, or add the access again.",
  credential_damaged: "The stored access was changed and cannot be opened. Remove it and add it again.",
  api_token_refused: "X does not know this token (401). An admin can put in a new one under Access to platforms.",
  api_access_refused:
    "X knows the token but refuses the search (402 or 403): its account has no access to it, no credit left, or reached its spending limit.",
  api_query_refused: "X refuses this search (400). The details of the attempt say why.",
  api_failed:
    "X's interface failed or its answer cannot be read. It is asked again by itself; pages that came are kept.",
  session_expired:
    "The newsroom's session at this platform has ended, so the page asked to sign in. An admin can put in new cookies.",
  secret_in_file: "A file held a secret of the newsroom's session that could not be taken out, so it was not kept.",
  self_test_failed: "The browser draws wrong pictures on this machine, so nothing is captured until that is mended.",
  storage_failed:
    "The evidence disk is full or cannot be written. Nothing was lost; captures go on when there is room.",
  file_damaged: "A stored file is missing or not what it was when it was captured. Tell whoever runs the server.",
  key_missing:
    "The newsroom's signing key is not on this server, so nothing can be signed and captures wait. Whoever runs it brings the key file back, or an admin starts a new key in Settings, Proof.",
  not_reached: "The server could not be reached. Try again in a moment.",
  database_down: "The database does not answer. Nothing was lost; try again in a moment.",
  search_down: "Search does not answer just now. Everything else works; new things become searchable when it is back.",
  phrasings_busy: "The phrasings are being rebuilt just now. Nothing was changed; try again in a few minutes.",
  decisions_contradict:
    "That goes against what was decided about these texts before. Take the earlier decision back first.",
  start_failed: "A part of Daleel did not start; the log says why.",
  internal: "Something broke on our side. It was written to the log; trying again may help.",
};
