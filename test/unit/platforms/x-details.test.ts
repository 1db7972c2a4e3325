import { describe, expect, test } from "vitest";
import { largestPhoto } from "#lib/adapters/platforms/x/media";
import { x } from "#lib/adapters/platforms/x/x";
import { readXFixture, X_POST_ID, X_POST_URL, xPage } from "#test/unit/platforms/x-page";

function extract(look: { html?: string; json?: string[] }) {
  const source = x.recognise(new URL(X_POST_URL));
  const post = source && x.extract(source, xPage(look)).posts[0];
  if (!post) throw new Error("nothing extracted");
  return post;
}

describe("what stands beside the text", () => {
  test("account, picture, quoted post as a link, time inside the id; its text nowhere", () => {
    const post = extract({ json: ["tweet.json"] });
    expect(post.details).toEqual({
      authorId: "1000000000000000001",
      quotes: "https://x.com/i/status/2029108457763766275",
      idTimeDifferenceSeconds: 0,
    });
    expect(post.fieldSources).toMatchObject({ quotes: "network_json", authorId: "network_json", text: "network_json" });
    expect(JSON.stringify(post)).not.toContain("نص الاقتباس");
  });

  test("photos in their largest form, with alternative texts, and the hashtags that X cut out", () => {
    const { details, hashtags, fieldSources } = extract({ json: ["photos.json"] });
    expect(details.media).toEqual([
      {
        kind: "photo",
        url: "https://pbs.twimg.com/media/Pho-to_1?format=jpg&name=orig",
        altText: "رغيف على ميزان",
        artifact: null,
        problem: null,
      },
      {
        kind: "photo",
        url: "https://pbs.twimg.com/media/Pho-to_2?format=png&name=orig",
        altText: null,
        artifact: null,
        problem: null,
      },
    ]);
    expect(details.authorPicture).toBe("https://pbs.twimg.com/profile_images/100/aBcDeF.jpg");
    expect(hashtags).toEqual(["سوق_الخيال"]);
    expect(fieldSources).toMatchObject({ media: "network_json", hashtags: "network_json" });
  });

  test("the film with the highest bitrate, the animation as a film, a stream as a problem", () => {
    expect(extract({ json: ["video.json"] }).details.media).toMatchObject([
      { kind: "video", url: expect.stringContaining("/best.mp4"), problem: null },
      { kind: "animation", url: "https://video.twimg.com/tweet_video/G.mp4", altText: "A loaf turns", problem: null },
      { kind: "video", url: expect.stringContaining(".m3u8"), problem: "stream_only" },
    ]);
  });

  test("versions, whether this is the newest, and the post that it answers", () => {
    expect(extract({ json: ["edited.json"] }).details).toMatchObject({
      editIds: ["2029123020387254275", X_POST_ID, "2029124000000000000"],
      isStaleEdit: true,
      repliesTo: "https://x.com/i/status/2029093358269366273",
    });
    const newest = extract({ json: ["withheld.json"] }).details;
    expect(newest.editIds).toEqual(["2029123020387254275", X_POST_ID]);
    expect(newest.isStaleEdit).toBeUndefined();
    expect(newest.withheldIn).toEqual(["DE", "TR", "XY"]);
  });

  test("a long post whole is not truncated; without its end it is, also where only the page cuts it", () => {
    expect(extract({ json: ["long-post.json"] }).details.isTruncated).toBeUndefined();
    expect(extract({ json: ["long-post-cut.json"] }).details.isTruncated).toBe(true);
    const cut = extract({ html: "dom-cut.html" });
    expect([cut.details.isTruncated, cut.fieldSources.isTruncated]).toEqual([true, "dom"]);
    // The document shows the beginning; the JSON has it all: no disagreement either.
    expect(extract({ html: "dom-cut.html", json: ["long-post.json"] }).details).toMatchObject({
      quotes: expect.any(String),
    });
    expect(extract({ html: "dom-cut.html", json: ["long-post.json"] }).details.isTruncated).toBeUndefined();
  });

  test("from the document: pictures of the post, not of the one it quotes, nor of a card", () => {
    const photo = (name: string, alt: string) =>
      `<div data-testid="tweetPhoto"><img src="https://pbs.twimg.com/media/${name}?format=jpg&amp;name=small" alt="${alt}"></div>`;
    const film =
      '<div data-testid="videoPlayer"><video poster="https://pbs.twimg.com/s.jpg" src="blob:https://x.com/1"></video></div>';
    const html = readXFixture("dom.html").replace(
      '<div role="link" tabindex="0">',
      `${photo("One", "Image")}${film}<div data-testid="card.wrapper">${photo("Card", "")}</div><div role="link" tabindex="0">${photo("Quoted", "x")}`,
    );
    const { details, fieldSources } = extract({ html });
    expect(details.media).toEqual([
      {
        kind: "photo",
        url: "https://pbs.twimg.com/media/One?format=jpg&name=orig",
        altText: null,
        artifact: null,
        problem: null,
      },
      { kind: "video", url: "https://pbs.twimg.com/s.jpg", altText: null, artifact: null, problem: "no_address" },
    ]);
    expect(details.quotes).toBe("https://x.com/i/status/2029108457763766275");
    expect(fieldSources).toMatchObject({ media: "dom", quotes: "dom" });
  });

  test("each field from the first part of the page that knows it", () => {
    const { fieldSources, details } = extract({ html: "dom.html", json: ["photos.json"] });
    expect(fieldSources).toMatchObject({ text: "network_json", media: "network_json", quotes: "dom" });
    expect(details.disagreements?.map(({ field }) => field)).toEqual(["text", "mediaCount"]);
  });
});

test.each([
  ["https://pbs.twimg.com/media/Ab-1_.jpg", "https://pbs.twimg.com/media/Ab-1_?format=jpg&name=orig"],
  ["https://pbs.twimg.com/media/Ab.png:large", "https://pbs.twimg.com/media/Ab?format=png&name=orig"],
  ["https://pbs.twimg.com/media/Ab?format=webp&name=240x240", "https://pbs.twimg.com/media/Ab?format=webp&name=orig"],
  ["https://pbs.twimg.com/profile_images/1/a.jpg", "https://pbs.twimg.com/profile_images/1/a.jpg"],
  ["https://pbs.twimg.com.evil.example/media/Ab.jpg", "https://pbs.twimg.com.evil.example/media/Ab.jpg"],
  ["not an address", "not an address"],
])("the largest form of %s", (address, largest) => {
  expect(largestPhoto(address)).toBe(largest);
});
