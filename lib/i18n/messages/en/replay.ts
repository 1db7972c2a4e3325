/** Words around the replay of a recorded page, on the desk and on public pages. */
export const replay = {
  open: "Replay the page",
  lead: "The page as the browser loaded it, out of the recording. It runs apart from this site and loads nothing from the internet; what does not show was not recorded.",
  leadSupplied:
    "Out of a recording that was supplied to the newsroom and not made by it: nobody here has seen where it comes from. It runs apart from this site and loads nothing from the internet.",
  frameTitle: "Replay of the recorded page",
  credit: "Shown with ReplayWeb.page by Webrecorder, free software under the GNU AGPL v3.",
  licence: "Licence",
  source: "Source code",
  heading: "Replay",
  check: {
    pending: "The recording has not been tried yet.",
    replays: "The recording was opened with the network cut, and everything that was looked for showed.",
    replays_partly: "The recording was opened with the network cut, and only a part of what was looked for showed.",
    does_not_replay:
      "The recording was opened with the network cut, and nothing of what was looked for showed. Picture, PDF and saved page stand alone.",
  },
  checkedAt: "Tried",
  checkedWith: "with",
  found: (found: number, expected: number) => `${found} of ${expected} pieces of text found`,
  missing: "Not found in the replay:",
  viewer: {
    title: "Replay",
    loading: "The recording is being opened…",
    noScript: "Replaying a page needs JavaScript. The picture, the PDF and the saved page do not.",
    failed:
      "This browser cannot replay the recording: it needs service workers, which private windows and old browsers do not have. The picture, the PDF and the saved page show the same.",
  },
};
