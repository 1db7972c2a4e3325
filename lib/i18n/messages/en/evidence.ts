import { plural } from "#lib/i18n/plural";

/** Words of evidence: the same on the desk and on public pages. They claim no more than a capture proves. */
export const evidence = {
  captured: "Captured",
  capturedFrom: "from",
  askedByDesk: "asked for by the desk",
  posted: "Posted",
  unknownAuthor: "Author not shown",
  noText: "The capture holds no text.",
  noPicture: "No picture",
  seeWhole: "See the whole picture",
  pictureOf: "Picture of the capture",
  archivedCopy: "Archived copy",
  livePage: "Live page",
  leaves: "leaves this site",
  links: "Where to see it",
  copied: "Copied words",
  hash: "SHA-256",
  copyHash: "Copy the hash",
  hashCopied: "Hash copied",
  sample: "Sample data",
  sampleMeaning: "These posts and accounts were made up to show how Daleel works. Nobody wrote them.",
  platform: { x: "X", demo_square: "Demo Square", web: "Web" },
  verdictLabel: "Verdict",
  verdict: {
    true: "True",
    mostly_true: "Mostly true",
    misleading: "Misleading",
    false: "False",
    unproven: "Unproven",
    cannot_be_checked: "Cannot be checked",
  },
  verdictMeaning: {
    true: "What was said is what the evidence shows.",
    mostly_true: "Right in the main; a detail is wrong or missing.",
    misleading: "Parts are right, but the whole leads to a wrong conclusion.",
    false: "The evidence shows the opposite.",
    unproven: "The evidence seen so far shows neither that it is so nor that it is not.",
    cannot_be_checked: "No evidence that could settle it can be had.",
  },
  proofs: "Proofs",
  proof: { hash: "Hash", signature: "Signature", timestamp: "Timestamp", replay: "Replay" },
  /** By proof, because the words agree in gender in Arabic. */
  proofState: {
    hash: { holds: "holds", pending: "not checked yet", absent: "absent", fails: "fails" },
    signature: { holds: "holds", pending: "pending", absent: "absent", fails: "fails" },
    timestamp: { holds: "holds", pending: "pending", absent: "absent", fails: "fails" },
    replay: { holds: "holds", pending: "pending", absent: "absent", fails: "fails" },
  },
  proofMeaning: {
    hash: {
      holds: "Every file still has the SHA-256 it had when it was captured.",
      pending: "Nobody has checked the files against their SHA-256 since they were captured.",
      absent: "No hash was recorded for this capture.",
      fails: "A file no longer has the SHA-256 it had when it was captured.",
    },
    signature: {
      holds: "The list of files is signed and the signature fits: unchanged since Daleel captured it.",
      pending: "The list of files is waiting to be signed.",
      absent: "The list of files is not signed.",
      fails: "The signature does not fit the list of files.",
    },
    timestamp: {
      holds: "An independent timestamp confirms that the list of files existed at that time.",
      pending: "The independent timestamp has been asked for and has not come yet.",
      absent: "There is no independent timestamp; the time is the one of Daleel's own clock.",
      fails: "The timestamp does not fit the list of files.",
    },
    replay: {
      holds: "The page can be replayed as the browser loaded it.",
      pending: "The recording is there; trying it with the network cut is still to come.",
      absent: "There is no recording to replay; see the picture and the saved page.",
      fails: "The recording does not play, or only in part; the picture and the saved page stand alone.",
    },
  },
  proofNote: {
    checked: (time: string) => `Everything was checked on ${time}.`,
    authorities: (granted: number, asked: number) => `${granted} of ${asked}`,
    granted: (granted: number, asked: number) =>
      plural("en", granted, {
        one: `# of ${asked} authorities has confirmed it.`,
        other: `# of ${asked} authorities have confirmed it.`,
      }),
    pending: (count: number) =>
      plural("en", count, { one: "# authority is still being asked.", other: "# authorities are still being asked." }),
    abandoned: (count: number) =>
      plural("en", count, {
        one: "# authority never answered and is not asked any more.",
        other: "# authorities never answered and are not asked any more.",
      }),
    partly: "Only a part of the page came up.",
    several: (count: number) =>
      plural("en", count, {
        one: "# capture stands behind this.",
        other: "# captures stand behind this; the weakest is shown.",
      }),
  },
  proofsNow: "As it stood when this page was made; it is made anew every few minutes.",
  proofLimit: "None of this says that what was posted is true, or who wrote it.",
  outcomeMeaning: {
    content: "The page showed its content and it was recorded.",
    partial: "Part of the content was recorded; the capture says what is missing.",
    deleted: "The platform said that this was deleted.",
    suspended: "The platform said that the account is suspended.",
    protected: "The account shows its posts only to followers it accepted.",
    withheld: "The platform does not show this in the country of the capture.",
    age_restricted: "The platform asked for the visitor's age and showed nothing.",
    login_wall: "The platform asked to sign in and showed nothing.",
    bot_block: "The site took the capture for a robot and showed nothing.",
    rate_limited: "The site had been asked too often and showed nothing.",
    not_found: "The site said that there is no such page.",
    unavailable: "The content could not be seen, and it is not certain why.",
    error: "The page could not be recorded.",
  },
};
