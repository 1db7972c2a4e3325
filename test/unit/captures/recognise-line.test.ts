import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LINE_PROBLEMS, recogniseLine } from "#lib/core/captures/recognise-line";
import { allRecognisers } from "#lib/core/captures/recognisers/all";
import { messages } from "#lib/i18n/messages";

const platforms = allRecognisers();
const DEMO = "http://127.0.0.1:3139";
const withDemo = allRecognisers(DEMO);

const ID = "1846987139428634858";
const POST = `https://x.com/i/status/${ID}`;

function canonical(line: string, recognisers = platforms): string {
  const result = recogniseLine(line, recognisers);
  return result.ok ? result.source.canonicalUrl : `refused: ${result.problem}`;
}

describe("posts of X", () => {
  test.each([
    `https://x.com/some_one/status/${ID}`,
    `https://twitter.com/some_one/status/${ID}`,
    `http://www.twitter.com/some_one/status/${ID}/`,
    `HTTPS://MOBILE.TWITTER.COM/some_one/status/${ID}`,
    `https://m.twitter.com/some_one/statuses/${ID}`,
    `https://mobile.x.com/some_one/status/${ID}`,
    `https://x.com/i/web/status/${ID}`,
    `https://x.com/i/status/${ID}`,
    `https://twitter.com/statuses/${ID}`,
    `https://twitter.com/#!/some_one/status/${ID}`,
    `https://x.com/some_one/status/${ID}/photo/1`,
    `https://x.com/some_one/status/${ID}/video/1`,
    `https://x.com/some_one/status/${ID}?s=20&t=AbC-dEf`,
    `https://x.com/some_one/status/${ID}#m`,
    `https://fxtwitter.com/some_one/status/${ID}/en`,
    `https://d.fxtwitter.com/some_one/status/${ID}.mp4`,
    `https://vxtwitter.com/some_one/status/${ID}`,
    `https://fixupx.com/some_one/status/${ID}`,
    `https://fixvx.com/some_one/status/${ID}`,
    `https://twittpr.com/some_one/status/${ID}`,
    `https://nitter.net/some_one/status/${ID}#m`,
    `https://nitter.example.org/some_one/status/${ID}`,
    `https://xcancel.com/some_one/status/${ID}`,
    `https://platform.twitter.com/embed/Tweet.html?id=${ID}&theme=light`,
    `x.com/some_one/status/${ID}`,
    `//x.com/some_one/status/${ID}`,
    `شاهدوا هذا: https://x.com/some_one/status/${ID}، قبل أن يُحذف`,
    `«https://x.com/some_one/status/${ID}»`,
    `(https://x.com/some_one/status/${ID}).`,
    `https://x.com/some_one/status/${ID}؟`,
    `https://x.com/some_one/status/${ID}؛`,
    `[منشور](https://x.com/some_one/status/${ID})`,
    `الرابط:https://x.com/some_one/status/${ID}`,
    `\u202bhttps://x.com/some_one/status/${ID}\u202c\u200f`,
    `\u2067x.com/some_one/status/\u200e${ID}\u2069`,
    `  \ufeffhttps://x.com/some_one/status/${ID}\t`,
    `https://x.com/some_one/status/${ID} https://twitter.com/other/status/${ID}`,
  ])("%s", (line) => {
    expect(canonical(line)).toBe(POST);
  });

  test("the handle in the address is not taken for the author", () => {
    const result = recogniseLine(`https://x.com/somebody_else/status/${ID}`, platforms);
    expect(result).toMatchObject({ ok: true, source: { kind: "post", platform: "x", platformId: ID } });
    expect(JSON.stringify(result)).not.toContain("somebody_else");
  });

  test("any digits of an id survive as text", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), (id) => {
        const result = recogniseLine(`https://twitter.com/a/status/${id}?s=20`, platforms);
        expect(result.ok && result.source.platformId).toBe(id.toString());
      }),
    );
  });
});

describe("hashtags and accounts", () => {
  test.each([
    [
      "#رسوم_العدادات",
      "https://x.com/hashtag/%D8%B1%D8%B3%D9%88%D9%85_%D8%A7%D9%84%D8%B9%D8%AF%D8%A7%D8%AF%D8%A7%D8%AA",
    ],
    ["#WaterMeters", "https://x.com/hashtag/watermeters"],
    ["＃WaterMeters", "https://x.com/hashtag/watermeters"],
    ["\u200f#WaterMeters،", "https://x.com/hashtag/watermeters"],
    ["https://x.com/hashtag/WaterMeters?src=hashtag_click&f=live", "https://x.com/hashtag/watermeters"],
    ["https://twitter.com/search?q=%23WaterMeters&src=typd", "https://x.com/hashtag/watermeters"],
    ["@Some_One", "https://x.com/some_one"],
    ["https://x.com/Some_One/", "https://x.com/some_one"],
    ["https://nitter.net/Some_One/with_replies", "https://x.com/some_one"],
    ["https://twitter.com/intent/user?screen_name=Some_One", "https://x.com/some_one"],
  ])("%s", (line, url) => {
    expect(canonical(line)).toBe(url);
  });

  test("a hashtag's id is folded as everywhere, its address keeps the spelling", () => {
    const results = ["#مقاطعة_الجسر", "#مقاطعه_الجسر"].map((line) => recogniseLine(line, platforms));
    const sources = results.flatMap((result) => (result.ok ? [result.source] : []));
    expect(new Set(sources.map(({ platformId }) => platformId))).toEqual(new Set(["مقاطعه_الجسر"]));
    expect(new Set(sources.map(({ canonicalUrl }) => canonicalUrl)).size).toBe(2);
  });

  test("a typed hashtag belongs to the demo site where one runs", () => {
    expect(canonical("#Bridge", withDemo)).toBe(`${DEMO}/tag/bridge`);
    expect(canonical("@Some_One", withDemo)).toBe(`${DEMO}/@some_one`);
    expect(canonical("https://x.com/hashtag/Bridge", withDemo)).toBe("https://x.com/hashtag/bridge");
  });
});

describe("Demo Square", () => {
  test.each([
    [`${DEMO}/p/123456789012345678`, "/p/123456789012345678"],
    [`${DEMO}/@sample_one/123456789012345678?ref=home#top`, "/p/123456789012345678"],
    ["127.0.0.1:3139/p/5", "/p/5"],
    [`${DEMO}/tag/%D8%AC%D8%B3%D8%B1`, "/tag/%D8%AC%D8%B3%D8%B1"],
    [`${DEMO}/news/meters`, "/news/meters"],
  ])("%s", (line, path) => {
    expect(canonical(line, withDemo)).toBe(DEMO + path);
  });

  test("another port of the same machine is private", () => {
    expect(canonical("http://127.0.0.1:3138/p/5", withDemo)).toBe("refused: private_address");
    expect(canonical(`${DEMO}/p/5`, platforms)).toBe("refused: private_address");
  });
});

describe("articles", () => {
  test.each([
    [
      "https://News.Example.com/a/b?utm_source=x&id=7&fbclid=Q&a=%D9%85#part",
      "https://news.example.com/a/b?id=7&a=%D9%85",
    ],
    ["https://news.example.com/?b=2&a=1&b=3", "https://news.example.com/?b=2&a=1&b=3"],
    ["https://news.example.com/a?gclid=1", "https://news.example.com/a"],
    ["https://news.example.com./a", "https://news.example.com/a"],
    ["news.example.com", "https://news.example.com/"],
    [
      "https://ar.example.org/wiki/جسر_(مدينة)",
      "https://ar.example.org/wiki/%D8%AC%D8%B3%D8%B1_(%D9%85%D8%AF%D9%8A%D9%86%D8%A9)",
    ],
    ["https://web.example.org/save/https://x.com/a/status/1", "https://web.example.org/save/https://x.com/a/status/1"],
  ])("%s", (line, url) => {
    expect(canonical(line)).toBe(url);
  });

  test("the label is readable", () => {
    const result = recogniseLine("https://news.example.com/%D8%AC%D8%B3%D8%B1?x=1", platforms);
    expect(result.ok && result.source.label).toBe("news.example.com/جسر");
  });
});

describe("refusals", () => {
  test.each([
    ["", "empty"],
    [" \u200f\u202c ", "empty"],
    ["مرحبا", "not_a_link"],
    ["some words", "not_a_link"],
    ["someone@example.com", "not_a_link"],
    ["https://", "not_a_link"],
    ["#one #two", "several_sources"],
    ["https://a.example.com/ https://b.example.com/", "several_sources"],
    ["https://user:secret@example.com/", "credentials_in_url"],
    ["https://x.com@evil.example.com/a/status/1", "credentials_in_url"],
    ["file:///etc/passwd", "scheme_refused"],
    ["FILE:///etc/passwd", "scheme_refused"],
    ["data:text/html,hello", "scheme_refused"],
    ["javascript:alert(1)", "scheme_refused"],
    ["view-source:https://example.com/", "scheme_refused"],
    ["ftp://example.com/", "scheme_refused"],
    ["foo://example.com/", "scheme_refused"],
    ["http://localhost/", "private_address"],
    ["localhost:3000", "private_address"],
    ["http://[::1]/", "private_address"],
    ["http://2130706433/", "private_address"],
    ["http://router.local/", "private_address"],
    ["https://example.com:22/", "port_refused"],
    [`https://example.com/${"a".repeat(3000)}`, "too_long"],
    ["x".repeat(9000), "too_long"],
    ["https://x.com/home", "unsupported_x_page"],
    ["https://x.com/", "unsupported_x_page"],
    ["https://x.com/search?q=bridge%20closed", "unsupported_x_page"],
    ["https://x.com/some_one/lists/abc", "unsupported_x_page"],
    ["https://x.com/some_one/status/", "post_id_malformed"],
    ["https://x.com/some_one/status/abc", "post_id_malformed"],
    ["https://x.com/some_one/status/123456789012345678901", "post_id_malformed"],
    ["#123", "not_a_hashtag"],
    ["#a-b", "not_a_hashtag"],
    ["@حساب", "not_a_handle"],
    ["@a-b", "not_a_handle"],
  ])("%j: %s", (line, problem) => {
    expect(canonical(line)).toBe(`refused: ${problem}`);
  });

  test("each problem has a sentence in both languages", () => {
    for (const problem of LINE_PROBLEMS) {
      expect(messages("en").lines.problem[problem]).toMatch(/\.$/);
      expect(messages("ar").lines.problem[problem]).toMatch(/[\u0600-\u06ff].*\.$/);
    }
  });
});

describe("for any line", () => {
  const anyLine = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .tuple(fc.constantFrom("https://x.com/", "http://", "#", "@", "x.com/a/status/", `${DEMO}/`), fc.string())
      .map((parts) => parts.join("")),
  );

  test("recognising never throws, and a canonical address is its own canonical address", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const result = recogniseLine(line, withDemo);
        if (!result.ok) return;
        const again = new URL(result.source.canonicalUrl);
        const source = withDemo.map((platform) => platform.recognise(again)).find((found) => found !== undefined);
        expect(source?.canonicalUrl).toBe(result.source.canonicalUrl);
        expect(source?.platformId).toBe(result.source.platformId);
        expect(again.hash).toBe("");
      }),
      { numRuns: 2000, examples: [["http://a.aa/??&a"], ["http://a.aa/?a??"]] },
    );
  });
});
