import type { CaptureWay } from "#lib/core/captures/types";
import { plural } from "#lib/i18n/plural";

/** US dollars as X writes them: `$0.50`. */
const usd = (amount: number) => `$${amount.toFixed(2)}`;

/** Access to platforms: the settings page, the choice of a way in, and which way a capture came. */
export const platforms = {
  settings: {
    title: "Access to platforms",
    lead: "X shows hashtags to nobody who is not signed in. With a token of its official interface, or with the session of an account, the newsroom gets in. What is stored here is sealed with a key that is not in the database, is never shown again, and is in no file of any capture.",
    keyHint:
      "The key is the file keys/credentials.key in the data folder. Back it up apart from the database: without it, what is stored here cannot be opened.",
    add: "Add access",
    kind: "What",
    kinds: {
      bearer_token: "Token of X's interface (API)",
      session_cookies: "Session of an account (cookies)",
    },
    platform: "Platform",
    label: "What you call it",
    labelHint: "Shown to editors and written into captures, for example “Desk account”. No secret.",
    token: "Bearer token",
    tokenHint:
      "From X's developer console, of an app with read access. X charges the newsroom's account for every post it returns.",
    cookies: "Cookies of the signed-in account",
    cookiesHint:
      "A cookies.txt or JSON export of your browser, or auth_token=…; ct0=…. Cookies of other sites are left out.",
    risksTitle: "Before you store a session",
    risks: [
      "The platform may lock the account that is used like this. Use one made for it, never somebody's own.",
      "Which account it is can be seen in the captures: its name and picture stand in the pages it is shown.",
      "What that account sees is not what everybody sees: the captures say that they were made signed in, and with which account.",
      "Whoever has the cookies is signed in. Daleel takes them out of every file and checks again before storing; sign the account out at the platform when you no longer need it.",
    ],
    understood: "I have read this, and the account was made for this purpose.",
    save: "Seal and store",
    saved: "Sealed and stored.",
    list: "Stored access",
    none: "Nothing is stored yet. Hashtags of X end at the request to sign in.",
    added: (name: string) => `added by ${name}`,
    lastUsed: "last used",
    neverUsed: "not used yet",
    ends: "the first cookie ends",
    works: "Works",
    endsWith: "ends in",
    test: "Test",
    testWorks: "X knows this token, and nothing was charged.",
    testOpens: "It opens. Whether it is signed in is seen when a capture uses it.",
    remove: "Remove",
    removeQuestion: (label: string) => `Remove ${label}?`,
    removeConsequence:
      "The secret is deleted. Captures made with it stay; requests that wait for it will fail. At the platform itself it is still valid until you end it there.",
    removed: "Removed.",
    problem: {
      required: "This is missing.",
      too_long: "This is too long.",
      not_a_token: "This is no bearer token: it has no spaces and is at least 20 characters long.",
      not_cookies: "There are no cookies in this. Paste a cookies.txt, a JSON export, or auth_token=…; ct0=….",
      other_platform: "These are cookies of other sites; none is of this platform.",
      not_signed_in: "The cookies that make the session are missing. Sign in first, then export them.",
      cookies_expired: "The cookies that make the session have expired. Sign in again, then export them.",
      no_such_kind: "This platform has no such access.",
      not_understood: "Please read what the account risks first.",
      other: "This does not fit.",
    } as Record<string, string>,
  },
  ways: {
    title: "The way into these hashtags",
    lead: (count: number) =>
      plural("en", count, {
        one: "# hashtag of this list has more than one way in.",
        other: "# hashtags of this list have more than one way in.",
      }),
    name: {
      browser: "As anybody sees it",
      api: "X's official interface (API)",
      session: "The newsroom's session",
    } satisfies Record<CaptureWay, string> as Record<CaptureWay, string>,
    hint: {
      browser:
        "A browser that is signed in nowhere. On X it ends at the request to sign in, and that is what is captured.",
      api: "Posts of the last seven days, as data. There is no picture of them. X charges the newsroom's account.",
      session:
        "A browser signed in with the account below. The account can be seen in what is captured, and the platform may lock it.",
    } satisfies Record<CaptureWay, string> as Record<CaptureWay, string>,
    closed: {
      api: "No token is stored. An admin can add one in Settings, under Access to platforms.",
      session: "No session is stored. An admin can add one in Settings, under Access to platforms.",
    },
    settingsLink: "Access to platforms",
    account: "Account",
    accountProblem: (label: string) => `${label} (did not work the last time)`,
    maxPosts: "Posts at most",
    maxPostsHint: "10 to 5,000, newest first. X gives up to 100 at a time.",
    withReposts: "Reposts too (each costs as much as a post)",
    cost: (posts: number, each: number) =>
      `${posts.toLocaleString("en")} posts at ${each.toLocaleString("en", { maximumFractionDigits: 4 })} US dollars`,
    costAbout: (amount: number) => `about ${usd(amount)}`,
    costTimes: (searches: number, amount: number) =>
      plural("en", searches, {
        one: `# search, about ${usd(amount)} at most`,
        other: `# searches, about ${usd(amount)} at most together`,
      }),
    costMore: (amount: number) =>
      `X may also charge for the accounts, quoted posts and pictures that come along: then up to about ${usd(amount)}. Fewer posts cost less.`,
    agree: (amount: number) => `I agree that X charges the newsroom about ${usd(amount)}`,
    agreeFirst: "Agree to the cost first, or choose another way.",
    badNumber: "A whole number from 10 to 5,000.",
    again: "Hashtags that were captured another way before are captured again.",
  },
  walled: {
    title: "The page asked to sign in, so there is no post here",
    lead: (count: number) =>
      `This capture proves the wall, not what was behind it. There are ${count === 3 ? "three" : "two"} ways in:`,
    otherTitle: "Capture it another way",
    send: "Capture this way",
    sent: "A new capture was asked for. It appears here when it is finished.",
    already: "A capture of this is waiting already; it goes on in its own way.",
    supplied: "An export file",
    suppliedHint:
      "A file that somebody else collected, or that you saved in your own browser. It is kept as supplied evidence and never shown as a capture.",
    suppliedLink: "Supply a file",
  },
  api: {
    noPicture: "There is no picture: no page was opened.",
    sample:
      "The posts that X's interface returned, newest first. It knows the last seven days only, and decides itself what it returns.",
    asked: "Address that was asked",
    outcome: {
      content: "X's interface returned posts, and they were kept as they came.",
      partial: "X's interface returned posts and then an error; what came is kept.",
      not_found: "X's interface knows no post of the last seven days with this hashtag.",
      rate_limited: "X's interface allowed no more questions, again and again. Nothing came.",
      error: "X's interface did not answer as it should, again and again. Nothing came.",
    } as Record<string, string>,
  },
  mark: {
    api: "From X's interface",
    session: "Signed in",
  },
  notice: {
    api: {
      title: "These posts came from X's official interface, not from a picture",
      body: "No page was opened, so there is no picture, no PDF and no web archive. X's answers are kept byte for byte as they came; the words, names and times below are read from them.",
    },
    session: {
      title: "Captured signed in, with the newsroom's own account",
      body: "What this account was shown is not what everybody is shown. No cookie of the session is in any file.",
    },
  },
  public: {
    api: "From X's official interface, as data; there is no picture of it.",
    session: "Captured signed in, with an account of the newsroom.",
    wordingApi: (count: number) =>
      plural("en", count, {
        one: "# of the captures behind this came from X's official interface, as data without a picture.",
        other: "# of the captures behind this came from X's official interface, as data without a picture.",
      }),
  },
  fact: { way: "Way", problem: "What went wrong" },
};
