import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTombstone, readWithheld, type TombstoneReason } from "#lib/adapters/platforms/x/tombstones";
import { x } from "#lib/adapters/platforms/x/x";
import type { Outcome, PageEvidence, RecognisedSource, SourceKind } from "#lib/core/captures/types";

const ID = "2029123557258166279";
const ADDRESS = `https://x.com/i/status/${ID}`;
const CALL = `https://api.x.com/graphql/abc/TweetResultByRestId?variables=%7B%22tweetId%22%3A%22${ID}%22%7D`;
const OTHER_CALL = CALL.replace(ID, "2029123557258166280");

const NOTICES: readonly (readonly [TombstoneReason, string])[] = [
  ["deleted", "This Post was deleted by the Post author. Learn more"],
  ["deleted", "This Tweet was deleted by the Tweet author. Learn more"],
  ["deleted", "تم حذف هذا المنشور من قبل كاتبه. معرفة المزيد"],
  ["deleted", "\u200fحذفَ صاحبُ المنشور هذا المنشور."],
  ["deleted", "حُذفت هذه التغريدة بواسطة صاحبها."],
  ["removed", "This Post violated the X Rules. Learn more"],
  ["removed", "انتهك هذا المنشور قواعد X. معرفة المزيد"],
  ["suspended", "This Post is from a suspended account. Learn more"],
  ["suspended", "Account suspended\nX suspends accounts which violate the X Rules"],
  ["suspended", "هذا المنشور من حساب موقوف. معرفة المزيد"],
  ["suspended", "هذه التغريدة من حساب معلّق."],
  ["suspended", "تم تعليق الحساب"],
  ["account_gone", "This Post is from an account that no longer exists. Learn more"],
  ["account_gone", "This account doesn’t exist\nTry searching for another."],
  ["account_gone", "هذا المنشور من حساب لم يعد موجودًا."],
  [
    "protected",
    "You’re unable to view this Post because this account owner limits who can view their Posts. Learn more",
  ],
  ["protected", "You're unable to view this Tweet because this account owner limits who can view their Tweets."],
  ["protected", "These posts are protected\nOnly approved followers can see @x’s posts."],
  ["protected", "لا يمكنك عرض هذا المنشور لأن مالك الحساب يحدّ من يمكنه رؤية منشوراته."],
  ["protected", "هذه المنشورات محمية"],
  [
    "age_restricted",
    "Age-restricted adult content. This content might not be appropriate for people under 18 years old.",
  ],
  ["age_restricted", "محتوى مقيّد بالعمر. سجّل الدخول إلى X"],
  ["withheld", "This Post from @x has been withheld in Bahrain in response to a legal demand. Learn more"],
  ["withheld", "@x’s account has been withheld in: Turkey, in response to a legal demand."],
  ["withheld", "This Post has been withheld in response to a report from the copyright holder. Learn more"],
  ["withheld", "تم حجب هذا المنشور في البحرين استجابةً لطلب قانوني."],
  ["subscribers_only", "This post is only available to subscribers of @x"],
  ["rate_limited", "Rate limit exceeded."],
  ["not_found", "Hmm…this page doesn’t exist. Try searching for something else."],
  ["not_found", "عذرًا، هذه الصفحة غير موجودة. جرّب البحث عن شيء آخر."],
  ["transient", "Something went wrong. Try reloading.\nRetry"],
  ["transient", "حدث خطأ ما. حاول إعادة التحميل."],
  ["unavailable", "This Post is unavailable."],
  ["unavailable", "هذا المنشور غير متاح."],
];

function source(kind: SourceKind = "post"): RecognisedSource {
  const address = {
    post: ADDRESS,
    account: "https://x.com/invented",
    hashtag: "https://x.com/hashtag/x",
    web_page: "",
  };
  const found = x.recognise(new URL(address[kind]));
  if (!found) throw new Error("not recognised");
  return found;
}

const html = (body: string) => `<!doctype html><html><head><title>X</title></head><body>${body}</body></html>`;
const SHELL = html('<div id="react-root"></div>');
const marked = (words: string) => html(`<main><div data-testid="error-detail"><span>${words}</span></div></main>`);
const post = (id: string, words: string, focal = "") =>
  `<article data-testid="tweet"${focal}><div data-testid="User-Name"><a href="/invented"><span>@invented</span></a><a href="/invented/status/${id}"><time datetime="2026-03-04T09:15:30.000Z">Mar 4</time></a></div><div data-testid="tweetText">${words}</div></article>`;

function page(more: Partial<PageEvidence> = {}, domHtml = SHELL): PageEvidence {
  return {
    requestedUrl: ADDRESS,
    finalUrl: ADDRESS,
    httpStatus: 200,
    responseHtml: SHELL,
    domHtml,
    json: [],
    ...more,
  };
}

const answered = (body: unknown, url = CALL, status = 200) => ({ json: [{ url, status, body }] });
const refused = (status: number, rateLimitLeft: number | null = null, url = CALL) => ({
  failedCalls: [{ url, status, rateLimitLeft }],
});
const error = (code: number, message = "x") => answered({ errors: [{ code, message }] });
const unavailable = (reason: string) =>
  answered({ data: { tweetResult: { result: { __typename: "TweetUnavailable", reason } } } });

describe("X's sentences", () => {
  test.each(NOTICES)("%s: %s", (reason, words) => {
    expect(readTombstone(words)).toBe(reason);
    expect(readTombstone(`\u2067 ${words.replaceAll(" ", "\u00a0")}\u2069`)).toBe(reason);
  });

  test.each([
    ["This Post from @x has been withheld in Bahrain in response to a legal demand.", "bahrain"],
    ["This Post has been withheld in response to a report from the copyright holder.", "copyright"],
    ["تم حجب هذا المنشور في البحرين استجابةً لطلب قانوني.", "البحرين"],
    ["This Post is withheld.", undefined],
  ])("where it is withheld: %s", (words, where) => {
    expect(readWithheld(words)).toBe(where);
  });

  test("a long text that begins with one is no notice", () => {
    expect(readTombstone(`This Post was deleted by the Post author. ${"And then he wrote on. ".repeat(30)}`)).toBe(
      undefined,
    );
  });
});

describe("outcomes", () => {
  test.each<[Outcome, string, PageEvidence, SourceKind?]>([
    ["withheld", "reason", page(unavailable("Withheld"))],
    ["age_restricted", "reason of a visitor without a stated age", page(unavailable("NsfwViewerHasNoStatedAge"))],
    ["age_restricted", "reason of a visitor who is too young", page(unavailable("NsfwViewerIsUnderage"))],
    ["unavailable", "a reason nobody knows", page(unavailable("Brandnew"))],
    ["suspended", "code 63", page(error(63))],
    ["protected", "code 179", page(error(179))],
    ["unavailable", "a post of an account that is gone, code 50", page(error(50))],
    ["rate_limited", "code 88 of any call", page(answered({ errors: [{ code: 88 }] }, OTHER_CALL))],
    ["error", "code 131", page(error(131))],
    ["error", "Dependency: Unspecified", page(answered({ errors: [{ message: "Dependency: Unspecified" }] }))],
    ["rate_limited", "429 of the post's call", page(refused(429))],
    ["rate_limited", "404 of the post's call with nothing left", page(refused(404, 0))],
    ["unavailable", "404 of the post's call says nothing", page(refused(404))],
    ["unavailable", "429 of somebody else's call", page(refused(429, null, OTHER_CALL))],
    ["bot_block", "403 of the post's call", page(refused(403))],
    ["login_wall", "401 of the post's call", page(refused(401))],
    ["error", "503 of the post's call", page(refused(503))],
    ["login_wall", "an empty 200 beside the sign-in form", page({}, html('<input autocomplete="username">'))],
    ["login_wall", "a locked account's page", page({ finalUrl: "https://x.com/account/access" })],
    ["unavailable", "the consent flow", page({ finalUrl: "https://x.com/i/flow/consent_flow" })],
    ["bot_block", "Cloudflare's header", page({ httpStatus: 403, headers: { "cf-mitigated": "challenge" } })],
    ["bot_block", "Arkose", page({}, html('<iframe src="https://client-api.arkoselabs.com/fc/x"></iframe>'))],
    ["bot_block", "no script", page({}, html("<h1>JavaScript is not available.</h1><p>Please enable it</p>"))],
    ["bot_block", "a 403 that speaks of Cloudflare", page({ httpStatus: 403, responseHtml: "<p>Cloudflare Ray" })],
    [
      "age_restricted",
      "sensitive media without a text",
      page({}, html('<main><a href="/settings/content_you_see">Change settings</a></main>')),
    ],
    ["suspended", "a notice without test ids", page({}, html("<main><h2>Account suspended</h2></main>")), "account"],
    ["not_found", "an account that does not exist", page({}, marked("This account doesn’t exist")), "account"],
    [
      "unavailable",
      "an account whose owner calls it so",
      page(
        {},
        html(
          '<main><h2>Account suspended</h2><div data-testid="UserName"><span>Account suspended</span><span>@invented</span></div></main>',
        ),
      ),
      "account",
    ],
    [
      "unavailable",
      "a notice beside other posts may be about them",
      page(
        {},
        html(
          `<main><div data-testid="tombstone">This Post is from a suspended account.</div>${post("2029123557258166280", "a reply")}</main>`,
        ),
      ),
    ],
    [
      "unavailable",
      "a notice quoted in a reply",
      page({}, html(`<main>${post("2029123557258166280", "This Post is from a suspended account.")}</main>`)),
    ],
    [
      "unavailable",
      "a notice inside a post of a list speaks of a quoted post, not of the account",
      page(
        {},
        html(
          '<main><article data-testid="tweet"><div data-testid="tombstone">This Post is from a suspended account.</div></article></main>',
        ),
      ),
      "account",
    ],
    ["unavailable", "an empty answer about the id", page(answered({ data: { tweetResult: {} } }))],
    ["withheld", "status 451", page({ httpStatus: 451 })],
  ])("%s: %s", (outcome, _, evidence, kind = "post") => {
    expect(x.classify(source(kind), evidence).outcome).toBe(outcome);
  });

  test.each(NOTICES)("a notice is believed as a whole (%s: %s)", (reason, words) => {
    const { outcome, signals } = x.classify(source(), page({}, marked(words.replace("\n", "<br>"))));
    expect(outcome).not.toMatch(/^(?:content|partial|deleted)$/);
    expect(signals.some(({ signal }) => signal === "notice")).toBe(true);
    if (reason === "deleted") expect(outcome).toBe("unavailable");
  });

  test("a post whose text is one of the sentences is content", () => {
    const sentence = fc.constantFrom(...NOTICES.map(([, words]) => words));
    fc.assert(
      fc.property(sentence, sentence, (own, reply) => {
        const body = `<main>${post(ID, own, ' tabindex="-1"')}${post("2029123557258166280", reply)}<div data-testid="tombstone">${reply}</div></main>`;
        expect(x.classify(source(), page({}, html(body))).outcome).toBe("content");
      }),
    );
  });

  const tweet = (full_text: string, legacy: object) =>
    answered({
      data: {
        tweetResult: { result: { __typename: "Tweet", rest_id: ID, legacy: { full_text, entities: {}, ...legacy } } },
      },
    });

  test("a text that X replaced by its notice is withheld; the same words of an author are content", () => {
    const words = "This Post from @x has been withheld in response to a report from the copyright holder.";
    const marks = { withheld_copyright: true, withheld_in_countries: ["XY"] };
    expect(x.classify(source(), page(tweet(words, marks)))).toMatchObject({
      outcome: "withheld",
      signals: expect.arrayContaining([{ signal: "withheld_in", value: "copyright" }]),
    });
    expect(x.classify(source(), page(tweet(words, {}))).outcome).toBe("content");
    expect(x.classify(source(), page(tweet("hello", { withheld_in_countries: ["TR"] }))).outcome).toBe("content");
  });

  test("a picture without words is content", () => {
    const media = [{ type: "photo", id_str: "1", media_url_https: "https://pbs.twimg.com/media/a.jpg" }];
    const evidence = page(
      tweet("https://t.co/abc", { display_text_range: [0, 0], extended_entities: { media }, entities: { media } }),
    );
    expect(x.classify(source(), evidence)).toMatchObject({
      outcome: "content",
      signals: expect.arrayContaining([{ signal: "focal_media", value: "1" }]),
    });
  });

  test("every way of saying that it is gone is noted for later captures", () => {
    const kinds = (evidence: PageEvidence) =>
      x.classify(source(), evidence).signals.flatMap((one) => (one.signal === "deletion_signal" ? [one.value] : []));
    expect(kinds(page(unavailable("Deleted")))).toEqual(["platform_word"]);
    expect(kinds(page({ httpStatus: 404 }))).toEqual(["gone_status"]);
    expect(kinds(page(error(144)))).toEqual(["unknown_to_api"]);
    expect(kinds(page({}, marked("Hmm...this page doesn’t exist.")))).toEqual(["no_such_page"]);
    expect(kinds(page(unavailable("Suspended")))).toEqual([]);
  });
});
