/** The page that says what Daleel is, and how far its word goes. */
export const about = {
  title: "What Daleel is",
  description: "Daleel keeps evidence of what was posted online, and says exactly what that evidence proves.",
  lead: "Daleel (دليل, “evidence”) is an archive in which a newsroom keeps what was posted online before it disappears, finds the same message in other mouths, and publishes what it found so that anyone can check it.",
  sections: [
    {
      id: "case-files",
      title: "Case files",
      body: [
        "A case file is about one incident. It tells what happened, lists every claim with the person or body that made it, gives the newsroom's verdict on each and the reasons for it, and shows the evidence.",
        "Whoever wrote a case file last cannot publish it: a second person has to read it first. What was published is frozen. A mistake is put right by a correction, with its date and a note; the earlier revision stays at its own address. A case file that has to be withdrawn leaves a notice in its place.",
      ],
    },
    {
      id: "verdicts",
      title: "Verdicts",
      body: [
        "A verdict is the newsroom's own judgement about one claim, on the evidence it has seen. It is written by people, and its reasons stand next to it.",
      ],
    },
    {
      id: "captures",
      title: "What a capture is",
      body: [
        "A capture is one visit of a browser to one address at one time. It keeps a picture of the page, the page itself, its text, and a record of how it was made. Every file is stored under its SHA-256, a number that changes when a single byte of the file does.",
        "A capture is never changed afterwards. If the page is visited again, that is a new capture. And when the page showed an error, a sign-in form or a notice that the post was removed, the capture says so: it is evidence of the visit, not of the post.",
      ],
    },
  ],
  provesTitle: "What a capture proves",
  proves: [
    "That this newsroom signed the list of its files: the signature fits one of the keys it publishes.",
    "That Daleel opened this address at this time, by the clock of its own server.",
    "That the page then looked like this and held these words.",
    "That the files are unchanged since that moment, as long as their SHA-256 agrees with the one published.",
  ],
  provesNotTitle: "What it does not prove",
  provesNot: [
    "That what the post or the page says is true.",
    "That the person whose name is on an account wrote what it posted.",
    "That a page said the same to other visitors, or before and after.",
    "That accounts with the same words acted together. Software can show who posted the same words, when, and how close together; whether that was coordinated is a finding that an editor writes and signs.",
  ],
  versionTitle: "What this version leaves open",
  version: [
    "Whether an outside authority dates a capture depends on the newsroom's settings. A capture without such a token says so, and then its time is that of our own server.",
    "What the archive holds of a hashtag is a sample of what was posted, never the whole of it.",
  ],
  checkTitle: "Check for yourself",
  check:
    "Every case file ends with the list of its files and their SHA-256, and says how to compare them with tools that come with any computer. You do not have to trust us, or our software.",
};
