import type { LineProblem } from "#lib/core/captures/recognise-line";

/** Why a line of a submission was not taken: what is wrong and what to do. */
export const lines = {
  problem: {
    empty: "This line is empty.",
    not_a_link: "There is no link in this line. Paste the address of a post or page, a #hashtag or an @handle.",
    several_sources: "There is more than one link or hashtag in this line. Put each on a line of its own.",
    credentials_in_url: "This link contains a user name or password. Take it out: what is archived is kept for good.",
    scheme_refused: "Only web links that begin with http:// or https:// can be captured.",
    private_address: "This address is inside a private network. Only pages on the open web can be captured.",
    port_refused: "This link names a port that is not one of the web's. Only ports 80 and 443 can be captured.",
    too_long: "This line is too long for a link. Paste the address alone.",
    unsupported_x_page: "This page of X is not a post, a hashtag or an account. Paste the link of one of those.",
    post_id_malformed: "This looks like a post, but its number is missing or damaged. Copy the link again.",
    not_a_hashtag: "This cannot be a hashtag: it needs a letter, and no spaces or dashes.",
    not_a_handle: "This cannot be an account's handle: letters of the Latin alphabet, digits and underscores only.",
  } satisfies Record<LineProblem, string> as Record<LineProblem, string>,
};
