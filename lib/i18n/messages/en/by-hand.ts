import type { ByHandStep } from "#lib/core/evidence/by-hand";

/** The page that says how to check a bundle without our software, and the same words inside every bundle. */
export const byHand = {
  title: "Check it yourself",
  description:
    "How to check a capture with unzip, sha256sum and openssl alone, without Daleel and without trusting it.",
  lead: "Every capture can be saved as one zip with everything that proves it unchanged. You can check it with three programs that have nothing to do with us. The commands below need no editing: copy them one after the other.",
  toolsTitle: "What you need",
  tools: [
    "unzip, sha256sum and openssl (version 3 or newer) and a terminal. Linux has them, macOS after “brew install coreutils openssl”. On Windows, “Git for Windows” brings all three: open Git Bash.",
    "The zip, alone in an empty folder. Open the terminal in that folder.",
    "For a single file on Windows without anything installed: certutil -hashfile FILE SHA256, and compare with manifest-sha256.txt.",
  ],
  openTitle: "What is in the zip",
  open: [
    "data/screenshot.png and data/page.pdf show the page as it was captured. data/manifest.json lists every captured file with its SHA-256.",
    "proof/ holds what was made over the manifest: the newsroom's signature, timestamps of independent authorities, the keys, and the lines of the custody log.",
    "Do not open the .html files in data/ with a browser: they are other people's pages and may run what is in them. The pictures, the PDF and the text are safe to open.",
  ],
  steps: {
    unpack: {
      title: "Unpack the zip",
      does: "Tests that the zip is whole, then unpacks it.",
      proves: "That the zip was not damaged on its way.",
      provesNot: "That nobody changed it on purpose.",
    },
    lists: {
      title: "Compare the files with the lists",
      does: "Computes the SHA-256 of every file. Each line must end in OK.",
      proves: "That the bundle is complete and as it was packed.",
      provesNot:
        "Who packed it: whoever changes a file can also write a new list. The next steps cannot be forged like that.",
    },
    manifest: {
      title: "Compare the files with the manifest",
      does: "Takes name and SHA-256 of each captured file out of the manifest and compares. Each line must end in OK.",
      proves: "That every captured file is the one that the manifest lists.",
      provesNot: "That the manifest is the newsroom's. The signature says that.",
    },
    added: {
      title: "Look for added files",
      does: "Names every file in data/ that the manifest does not list. It must say that nothing was added.",
      proves: "That nothing was put among the captured files.",
      provesNot: "Anything about files outside of data/.",
    },
    signature: {
      title: "Check the signature",
      does: "Checks the newsroom's Ed25519 signature over the manifest. It must say “Signature Verified Successfully”.",
      proves: "That whoever holds the private key signed exactly this manifest, and with it every file.",
      provesNot: "Whose key it is. The next step answers that.",
    },
    key: {
      title: "Compare the key",
      does: "Prints the fingerprint of the key and whether the manifest names it. Compare it with the one that the newsroom publishes on its own site, at /.well-known/daleel-keys.json, or ask the newsroom by telephone.",
      proves: "That the key is the newsroom's, if the fingerprint is the same there.",
      provesNot: "Anything, if you only compare it with the list inside the zip.",
    },
    time: {
      title: "Check the timestamps",
      does: "For each independent authority: prints the time it confirms, then checks its token. It must say “Verification: OK”. If there is no such file, no authority stamped this capture. “certificate has expired” only says that years have passed since: add -attime $(date -d \"TIME\" +%s) to the second command, with the time that the first one printed. “unable to get local issuer certificate” says that the authority's root certificate is not in the zip: take it from the authority's site.",
      proves: "That this manifest existed at that time, by the authority's clock and not by ours.",
      provesNot:
        "That the certificates in the zip are the authority's own. If you doubt it, take the root certificate from the authority's site and give it after -CAfile.",
    },
    recording: {
      title: "Check the recording",
      does: "Tests the WACZ, which can be replayed at replayweb.page, and compares its list with the hash beside it. Captures without a recording have no such file.",
      proves: "That the recording is whole.",
      provesNot: "More than the manifest: the recording is one of the files it lists.",
    },
    custody: {
      title: "Check the lines of the custody log",
      does: "Computes the hash of every line about this capture and looks for it among those that were signed. Copies for readers have no such lines, because they name staff.",
      proves: "That who asked for the capture, who looked at it and who exported it stands as it was written down.",
      provesNot: "That nothing else was done that nobody wrote down.",
    },
    state: {
      title: "Check the signed state of the log",
      does: "Checks the signature over the log's state of that day, and computes the way from each line to it.",
      proves: "That these lines were in the log when it was signed: they cannot be put in or changed later.",
      provesNot: "Anything about lines that are newer than the signed state; the step before names them.",
    },
  } satisfies Record<ByHandStep, { title: string; does: string; proves: string; provesNot: string }> as Record<
    ByHandStep,
    { title: string; does: string; proves: string; provesNot: string }
  >,
  proves: "Proves",
  provesNot: "Does not prove",
  copy: "Copy the commands",
  copied: "Copied",
  limitTitle: "What none of this proves",
  limit:
    "Everything above says one thing: these files are unchanged since Daleel captured them from that address at that time. It does not say that the post is true, or that the person whose name is on it wrote it.",
  withDaleelTitle: "With Daleel's own program",
  withDaleel:
    "The same checks, and those of every record of the recordings, in one command. It needs neither our archive nor a network:",
  captureLabel: "Capture",
  addressLabel: "Captured address",
  timeLabel: "Time of the capture",
  manifestLabel: "SHA-256 of data/manifest.json",
  check: "Check it",
  save: "Save with all proofs (zip)",
  how: "How to check it without us",
};
