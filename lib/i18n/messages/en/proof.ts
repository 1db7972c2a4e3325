import type { AskingProblem } from "#lib/core/evidence/timestamps/asking-problem";
import type { TokenReason } from "#lib/core/evidence/timestamps/token-check";
import { plural } from "#lib/i18n/plural";

/** Signing keys, timestamp authorities and the signed custody log: the readers' page and the settings. */
export const proof = {
  keysPage: {
    title: "The keys of this newsroom",
    description:
      "The public keys that this archive signs its evidence with, and what a signature and a timestamp prove.",
    lead: "Every capture in this archive is signed. Here are the public keys that check those signatures: the ones in use and every one before them.",
    sections: [
      {
        id: "signature",
        title: "What a signature proves",
        body: [
          "Each capture has a list of its files with their SHA-256, the manifest. The newsroom's key signs that list. If one byte of one file, or of the list, is changed later, the signature does not hold any more.",
          "So a signature shows that what you have is what this archive recorded. It does not show that a post is true, or who wrote it. And it rests on the newsroom: whoever holds the private key could sign something else.",
        ],
      },
      {
        id: "timestamp",
        title: "What a timestamp proves",
        body: [
          "An outside authority can put a date on the manifest. It receives only the manifest's SHA-256, never the content, and answers with a token that carries the time and its own signature (RFC 3161).",
          "A token shows that the manifest, and with it every file in the list, existed at that time. Not even this newsroom can date it back afterwards. It does not show when a post was written, or that it is true. A capture without a token has only the time of our own server.",
        ],
      },
      {
        id: "log",
        title: "The custody log",
        body: [
          "Who captured, checked and published what is kept in a log in which every line carries the hash of the line before. Once a day the newest line is signed and dated in the same way, so that nothing earlier can be taken out or rewritten without it being noticed.",
        ],
      },
      {
        id: "trust",
        title: "How far to trust this page",
        body: [
          "A key that comes from the same server as the evidence shows only that both come from there. If it matters, compare the fingerprint with one you noted earlier, or ask the newsroom for it another way.",
        ],
      },
    ],
    listTitle: "The keys",
    listLead: "The fingerprint is the SHA-256 of the public key (SubjectPublicKeyInfo, DER).",
    machine: "The same list for programs",
    none: "This archive has made no key yet. Its first capture will.",
  },
  purpose: { manifest: "Manifests and the custody log", wacz: "Web archives (WACZ)" },
  inService: "In use",
  retired: "Retired",
  since: "Since",
  until: "Until",
  algorithm: "Algorithm",
  fingerprint: "Fingerprint",
  publicKey: "Public key (PEM)",
  copy: "Copy",
  copied: "Copied",
  settings: {
    title: "Proof",
    lead: "Captures are signed with the newsroom's own keys and, where authorities are set up, dated by them. Everything here is recorded in the custody log.",
    keysTitle: "Signing keys",
    publicPage: "The readers' page about these keys",
    history: (count: number) => plural("en", count, { one: "# retired key", other: "# retired keys" }),
    missing:
      "The private half of this key is not on this server. Captures wait until its file is back or a new key is started.",
    rotate: "Start a new key",
    rotateQuestion: "Retire this key and start a new one?",
    rotateConsequence:
      "What this key has signed stays valid and can still be checked. Its private half is deleted, so nothing more can be signed with it. Readers see both keys. This cannot be undone.",
    rotateDone: "A new key is in use.",
    authoritiesTitle: "Timestamp authorities",
    none: "No authority is set up, so captures are signed but not dated by anybody else. Whoever runs the server names them in TIMESTAMP_AUTHORITIES.",
    local: "On this machine: proves nothing to others",
    removed: "Not in the settings any more",
    lastToken: "Last token",
    noToken: "No token yet",
    granted: (count: number) => plural("en", count, { one: "# token", other: "# tokens" }),
    pending: (count: number) => plural("en", count, { one: "# waiting", other: "# waiting" }),
    abandoned: (count: number) => plural("en", count, { one: "# given up", other: "# given up" }),
    problem: "Last problem",
    nextTry: "Next try",
    askAgain: "Ask again now",
    askAgainDone: "The authorities are being asked.",
    rootsNamed: "Tokens must chain to the roots named in TIMESTAMP_ROOTS.",
    rootsOfNode:
      "No root is named in TIMESTAMP_ROOTS. A token whose chain ends at none of the roots that come with Node.js is kept, and its chain counts as not checked.",
    rootsWrong: "The roots cannot be read, so no authority is asked:",
    logTitle: "Custody log",
    logSigned: (seq: string) => `Signed up to line ${seq}`,
    logUnsigned: "Not signed yet. It is signed once a day.",
    logDated: (count: number) =>
      count === 0 ? "no token for it yet" : plural("en", count, { one: "# token for it", other: "# tokens for it" }),
  },
  broken: {
    title: "The custody log does not hold",
    body: (seq: string) =>
      `Line ${seq} is not what was recorded, so the log is not being signed. Somebody may have changed the database. Keep it as it is and call whoever runs the server.`,
    reason: {
      gap: "A line is missing.",
      link: "A line does not follow the one before it.",
      hash: "A line was changed.",
      head: "Lines that were signed earlier are gone or different.",
    } as Record<string, string>,
    more: "Settings, Proof",
  },
  problem: {
    unreachable: "It could not be reached.",
    too_slow: "It did not answer in time.",
    http_status: "It answered with an error.",
    redirected: "It sent us to another address, which nobody set up.",
    too_large: "It answered with far more than a token.",
    unreadable: "Its answer is no timestamp.",
    rejected: "It refused to stamp.",
    other_imprint: "Its token is about something else.",
    other_nonce: "Its token answers another question.",
    no_signer: "Its token does not say who signed it.",
    other_signer: "Its token names another certificate than the one that signed.",
    wrong_purpose: "Its certificate is not one for timestamps.",
    weak_digest: "It signs with a method that is too weak.",
    unknown_algorithm: "It signs with a method that cannot be checked here.",
    bad_signature: "The signature on its token does not hold.",
    not_valid_then: "Its certificate was not valid at the stamped time.",
    no_root: "No trusted root is known for it.",
    unknown_root: "Its certificate does not chain to the roots that were named.",
    broken_chain: "Its chain of certificates does not hold.",
    implausible_time: "Its clock and ours are too far apart.",
  } satisfies Record<AskingProblem | TokenReason, string> as Record<string, string>,
};
