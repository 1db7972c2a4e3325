import { type DemoPost, hashtagsOf } from "#lib/demo/demo-post";
import { BRIDGE_AND_BUS } from "#lib/demo/story/bridge-and-bus";
import { METER_PICTURES } from "#lib/demo/story/meter-pictures";
import { WATER_METERS } from "#lib/demo/story/water-meters";

/** Everything ever posted on Demo Square, oldest first. */
export const DEMO_POSTS: DemoPost[] = [...WATER_METERS, ...BRIDGE_AND_BUS, ...METER_PICTURES].sort((a, b) =>
  a.postedAt < b.postedAt ? -1 : 1,
);

/** The posts of a hashtag that a visitor can see, newest first. */
export function postsOfTag(tag: string, isGone: (id: string) => boolean = () => false): DemoPost[] {
  const wanted = tag.normalize("NFC").toLowerCase();
  return DEMO_POSTS.filter(
    (post) =>
      post.state === "live" && !isGone(post.id) && hashtagsOf(post.text).some((one) => one.toLowerCase() === wanted),
  ).reverse();
}

/** A post by a part of its text, for demos and tests; @throws Error when there is none. */
export function demoPost(test: (post: DemoPost) => boolean): DemoPost {
  const found = DEMO_POSTS.find(test);
  if (!found) throw new Error("Demo Square has no such post");
  return found;
}
