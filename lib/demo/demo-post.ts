/** What a visitor gets for a post of Demo Square. */
export type DemoState =
  | "live"
  | "deleted"
  | "suspended"
  | "protected"
  | "age_restricted"
  | "login_wall"
  | "bot_block"
  | "rate_limited"
  | "withheld"
  | "unavailable";

export type DemoPost = {
  id: string;
  handle: string;
  text: string;
  lang: "ar" | "en";
  /** ISO, UTC. */
  postedAt: string;
  counts: { replies: number; reposts: number; likes: number };
  state: DemoState;
  /** Built by script from JSON instead of by the server. */
  isScripted: boolean;
  replyTo: string | null;
  /** Id of the post shown inside this one. */
  quotes: string | null;
};

/** A post as our story files write it: minute of the story, who, what. */
export type Line = {
  /** Minutes after the thread's start; may be a fraction. */
  at: number;
  by: string;
  text: string;
  state?: DemoState;
  isScripted?: boolean;
  /** Index of the line in the same thread that this one answers. */
  answers?: number;
  /** Index of the line in the same thread that this one shows inside itself. */
  quotes?: number;
};

/** Demo Square numbers its posts as X does (milliseconds since this moment, shifted), so the id's time can be checked. */
const EPOCH_MS = 1_288_834_974_657n;

/** Turns the lines of one thread into posts; the same lines always make the same ids. */
export function thread(start: string, lang: "ar" | "en", lines: Line[]): DemoPost[] {
  const posts: DemoPost[] = [];
  for (const [i, line] of lines.entries()) {
    const ms = BigInt(Date.parse(start)) + BigInt(Math.round(line.at * 60_000));
    const id = (((ms - EPOCH_MS) << 22n) | BigInt(i + 1)).toString();
    const spread = (i * 37 + line.text.length) % 97;
    posts.push({
      id,
      handle: line.by,
      text: line.text,
      lang,
      postedAt: new Date(Number(ms)).toISOString(),
      counts: { replies: spread % 7, reposts: spread % 23, likes: spread * 3 },
      state: line.state ?? "live",
      isScripted: line.isScripted ?? false,
      replyTo: line.answers === undefined ? null : (posts[line.answers]?.id ?? null),
      quotes: line.quotes === undefined ? null : (posts[line.quotes]?.id ?? null),
    });
  }
  return posts;
}

/** The hashtags of a text, without `#`, as written. */
export function hashtagsOf(text: string): string[] {
  return [...text.matchAll(/#([\p{L}\p{N}\p{M}_]+)/gu)].map((match) => match[1] ?? "");
}
