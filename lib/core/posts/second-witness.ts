import type { WitnessProblem } from "#lib/core/posts/post-details";
import type { PostWitness } from "#lib/core/posts/post-witness";

/** Services that can be asked about a post beside its page. Off unless CAPTURE_WITNESSES names them. */
export const SECOND_WITNESSES = ["syndication", "oembed"] as const;
export type SecondWitnessName = (typeof SECOND_WITNESSES)[number];

/** What a second witness answered, understood: the post, or why there is none. */
export type WitnessAnswer = { post: PostWitness; problem: null } | { post: null; problem: WitnessProblem };

/** A service to ask about one post. Pure: somebody else goes to the network. */
export type SecondWitness = {
  name: SecondWitnessName;
  /** What to ask for. Redirects are followed. */
  request: { url: string; headers: Record<string, string> };
  /**
   * Understands an answer; never throws, whatever came.
   * @param body as it came, decoded as UTF-8.
   */
  read(answer: { status: number; body: string }): WitnessAnswer;
};
