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

/** A picture or a film of ours, in `lib/demo/media`; the page shows the small one, the original is an address away. */
export type DemoMedia = {
  kind: "photo" | "video";
  file: string;
  small: string;
  /** The still in front of a film. */
  poster?: string;
  alt: string | null;
  width: number;
  height: number;
};

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
  media: DemoMedia[];
  /** Ids of all its versions, oldest first; empty for a post that was never edited. */
  editIds: string[];
  /** What the site's own embed service still holds of it, where that is another text. */
  cachedText: string | null;
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
  media?: DemoMedia[];
  /** Index of the line in the same thread that this one is a newer version of. */
  replaces?: number;
  cachedText?: string;
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
      media: line.media ?? [],
      editIds: [],
      cachedText: line.cachedText ?? null,
    });
    const older = line.replaces === undefined ? undefined : posts[line.replaces];
    if (older) for (const version of [older, posts.at(-1)]) if (version) version.editIds = [older.id, id];
  }
  return posts;
}

/** The hashtags of a text, without `#`, as written. */
export function hashtagsOf(text: string): string[] {
  return [...text.matchAll(/#([\p{L}\p{N}\p{M}_]+)/gu)].map((match) => match[1] ?? "");
}
