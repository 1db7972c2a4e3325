import { describe, expect, test } from "vitest";
import { web } from "#lib/adapters/platforms/web/web";
import type { Outcome, PageEvidence, RecognisedSource } from "#lib/core/captures/types";

const ADDRESS = "https://news.example.com/city/bridge";
const PARAGRAPH =
  "The bridge over the invented river was closed on Friday morning, and the people of the invented city walked to work along the bank. ";
const FAQRA =
  "أُغلق الجسر المختلق فوق النهر المختلق صباح الجمعة، ومشى أهل المدينة المختلقة إلى أعمالهم على الضفة الأخرى. ";

const article = (
  paragraph: string,
  around = "",
  head = "",
) => `<!doctype html><html lang="${/[a-z]{4}/.test(paragraph) ? "en" : "ar"}">
<head><title>Bridge closed</title>${head}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><header><h1>Bridge closed</h1></header>${`<p>${paragraph.repeat(3)}</p>`.repeat(4)}</article>
<aside>Most read: something else entirely</aside><footer>© Example</footer>${around}</body></html>`;
const report = (title: string, body: string) => notice(title, body).replace("<h1>", "<article><h1>");
const notice = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${body}</p></body></html>`;

function source(address = ADDRESS): RecognisedSource {
  const found = web.recognise(new URL(address));
  if (!found) throw new Error("not recognised");
  return found;
}

function page(html: string, more: Partial<PageEvidence> = {}): PageEvidence {
  return {
    requestedUrl: ADDRESS,
    finalUrl: ADDRESS,
    httpStatus: 200,
    responseHtml: html,
    domHtml: html,
    json: [],
    ...more,
  };
}

describe("outcomes of a web page", () => {
  const rows: [Outcome, string, PageEvidence][] = [
    ["content", "an article in English", page(article(PARAGRAPH))],
    ["content", "an article in Arabic", page(article(FAQRA))],
    [
      "content",
      "behind a consent bar",
      page(article(PARAGRAPH, '<div class="cookie-bar">We use cookies. Accept all cookies</div>')),
    ],
    ["content", "a plain page without an article", page(`<html><body><p>${PARAGRAPH.repeat(3)}</p></body></html>`)],
    [
      "unavailable",
      "a few words that nobody marked as an article",
      page(
        notice(
          "Gazette",
          "Our pigeons are resting. See you on the other side of the river, dear reader, and thank you for all the bread.",
        ),
      ),
    ],
    [
      "content",
      "a short story that is marked as one",
      page(`<html><body><article><h1>Bridge closed</h1><p>${PARAGRAPH}</p></article></body></html>`),
    ],
    [
      "content",
      "an article about deleted pages",
      page(article(PARAGRAPH).replaceAll("Bridge closed", "Page not found: how a newspaper lost its archive")),
    ],
    [
      "partial",
      "paywall by JSON-LD",
      page(
        article(
          PARAGRAPH,
          "",
          '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
        ),
      ),
    ],
    [
      "partial",
      "paywall by words",
      page(notice("Bridge closed", `${PARAGRAPH.repeat(2)} Subscribe to continue reading.`)),
    ],
    [
      "partial",
      "paywall by words in Arabic",
      page(notice("إغلاق الجسر", `${FAQRA.repeat(2)} اشترك الآن لمتابعة القراءة.`)),
    ],
    ["not_found", "soft 404", page(notice("Page not found", "It may have been moved."))],
    ["not_found", "soft 404 in Arabic", page(notice("الصفحة غير موجودة", "ربما نُقلت أو حُذفت."))],
    ["not_found", "soft 404 in Arabic, other words", page(notice("عذرًا", "عذرًا، لم نعثر على ما تبحث عنه."))],
    ["not_found", "404", page(notice("x", "x"), { httpStatus: 404 })],
    ["not_found", "410 alone is not deleted", page(notice("Gone", "Gone"), { httpStatus: 410 })],
    ["not_found", "sent to the front page", page(article(PARAGRAPH), { finalUrl: "https://news.example.com/ar/" })],
    [
      "login_wall",
      "sent to sign in",
      page('<html><body><form><input type="password"></form></body></html>', {
        finalUrl: "https://news.example.com/login?next=/x",
      }),
    ],
    ["login_wall", "401", page("", { httpStatus: 401 })],
    ["bot_block", "challenge", page(notice("Just a moment...", "Checking your browser"), { httpStatus: 403 })],
    ["bot_block", "challenge with status 200", page('<html><body><div id="challenge-form"></div></body></html>')],
    ["bot_block", "challenge in Arabic", page(notice("تحقق", "جارٍ التحقق من متصفحك قبل الدخول"), { httpStatus: 503 })],
    ["rate_limited", "429", page("", { httpStatus: 429 })],
    ["withheld", "451", page("", { httpStatus: 451 })],
    ["unavailable", "403 without a reason", page(notice("No", "No"), { httpStatus: 403 })],
    [
      "unavailable",
      "consent wall",
      page(
        notice(
          "News",
          "Before you continue: we and our 640 partners use cookies and store information on your device.",
        ),
      ),
    ],
    [
      "unavailable",
      "consent wall in Arabic",
      page(notice("أخبار", "قبل المتابعة: نستخدم ملفات تعريف الارتباط. الموافقة على الكل")),
    ],
    ["unavailable", "no text", page("<html><body><svg></svg></body></html>")],
    ["unavailable", "nothing at all", page("")],
    [
      "not_found",
      "soft 404 with a list of stories and a good deal of words",
      page(
        `<html><head><title>404 - The Gazette</title><meta name="robots" content="noindex"></head><body class="error404"><main><h1>Sorry, we couldn’t find that page</h1>${'<li><a href="/a">Another headline that is long enough to be one, and a bit more</a></li>'.repeat(30)}<p>${PARAGRAPH.repeat(3)}</p></main></body></html>`,
      ),
    ],
    ["not_found", "sent to a section", page(article(PARAGRAPH), { finalUrl: "https://news.example.com/city/" })],
    [
      "content",
      "sent to a shorter address of its own",
      page(article(PARAGRAPH), { finalUrl: "https://news.example.com/city/bridge-77121" }),
    ],
    [
      "content",
      "a short report about a deleted page",
      page(
        report(
          "Page removed after complaint",
          "The page was removed on Friday, the ministry said. It had listed prices of bread in the invented city since March.",
        ),
      ),
    ],
    [
      "login_wall",
      "a sign-in form in place of the text",
      page(
        '<html><head><title>Sign in | Gazette</title></head><body><h1>Sign in</h1><form><input type="password"></form></body></html>',
      ),
    ],
    [
      "login_wall",
      "403 with a sign-in form",
      page('<html><body><h1>تسجيل الدخول</h1><form><input type="password"></form></body></html>', { httpStatus: 403 }),
    ],
    [
      "login_wall",
      "a paywall and nothing before it",
      page('<html><body><h1>Bridge</h1><div class="paywall">Subscribe to continue reading.</div></body></html>'),
    ],
    [
      "partial",
      "a wall inside the article",
      page(
        article(PARAGRAPH).replace(
          "</article>",
          '<div class="paywall">This article is for subscribers.</div></article>',
        ),
      ),
    ],
    [
      "content",
      "an offer outside of a whole article",
      page(article(PARAGRAPH, '<footer><div class="paywall-offer">Already a subscriber?</div></footer>')),
    ],
    [
      "content",
      "an offer of a newsletter",
      page(report("Bridge closed", `${PARAGRAPH.repeat(2)} Subscribe to read our newsletter.`)),
    ],
    ["unavailable", "a parked domain", page(notice("news.example.com", "news.example.com is for sale"))],
    ["unavailable", "a parked domain in Arabic", page(notice("نطاق", "هذا النطاق معروض للبيع."))],
    [
      "unavailable",
      "a server's own page",
      page(notice("Welcome to nginx!", "If you see this page, the nginx web server is successfully installed.")),
    ],
    ["unavailable", "under construction in Arabic", page(notice("الموقع قيد الصيانة", "سنعود قريبًا."))],
    ["unavailable", "loading for ever", page("<html><body><div>Loading…</div></body></html>")],
    [
      "error",
      "an error message with status 200",
      page(notice("Database Error", "Error establishing a database connection")),
    ],
    ["error", "an error message in Arabic", page(notice("خطأ", "عذرًا، حدث خطأ غير متوقع."))],
    [
      "withheld",
      "a national filter",
      page(notice("Surf Safely!", "This website is not accessible in the UAE."), { httpStatus: 403 }),
    ],
    [
      "withheld",
      "a national filter in Arabic with status 200",
      page(notice("عذرًا", "الموقع المطلوب غير متاح في المملكة العربية السعودية.")),
    ],
    [
      "withheld",
      "not for this country",
      page(notice("Gazette", "Sorry, this content is not available in your region.")),
    ],
    [
      "unavailable",
      "consent wall in French",
      page(
        notice("Journal", "Nous et nos 800 partenaires utilisons des cookies. Tout accepter. Continuer sans accepter."),
      ),
    ],
    [
      "unavailable",
      "sent to a consent site",
      page(article(PARAGRAPH), { finalUrl: "https://consent.example.com/collect?x=1" }),
    ],
    [
      "content",
      "a long article with a robot test in its comment form",
      page(article(PARAGRAPH, '<iframe src="https://newassets.hcaptcha.com/x"></iframe>')),
    ],
    [
      "content",
      "an article about robot tests",
      page(article(PARAGRAPH).replaceAll("Bridge closed", "Just a moment: how sites test for robots")),
    ],
    [
      "bot_block",
      "Cloudflare's header with any page",
      page(article(PARAGRAPH), { httpStatus: 403, headers: { "cf-mitigated": "challenge" } }),
    ],
    ["error", "503", page(notice("Oops", "Try later"), { httpStatus: 503 })],
    ["error", "no answer", page("", { httpStatus: null })],
  ];
  test.each(rows)("%s: %s", (outcome, _, evidence) => {
    expect(web.classify(source(), evidence).outcome).toBe(outcome);
  });

  test("another canonical address is noted and changes nothing", () => {
    const head = '<link rel="canonical" href="https://news.example.com/city/another-story">';
    expect(web.classify(source(), page(article(PARAGRAPH, "", head)))).toMatchObject({
      outcome: "content",
      signals: expect.arrayContaining([{ signal: "canonical", value: "https://news.example.com/city/another-story" }]),
    });
    const own = '<link rel="canonical" href="https://www.news.example.com/city/bridge/?utm_source=x">';
    const { signals } = web.classify(source(), page(article(PARAGRAPH, "", own)));
    expect(signals.map(({ signal }) => signal)).not.toContain("canonical");
  });

  test("a 404 is noted as a sign of a deletion and is none", () => {
    expect(web.classify(source(), page(notice("Gone", "x"), { httpStatus: 410 }))).toMatchObject({
      outcome: "not_found",
      signals: expect.arrayContaining([{ signal: "deletion_signal", value: "gone_status" }]),
    });
  });

  test("the front page itself is no redirect to the front page", () => {
    const home = "https://news.example.com/";
    expect(web.classify(source(home), page(article(PARAGRAPH), { requestedUrl: home, finalUrl: home })).outcome).toBe(
      "content",
    );
  });
});

describe("the main text", () => {
  test("has the article and nothing around it", () => {
    const { text, title, language } = web.extract(source(), page(article(FAQRA)));
    expect(text).toContain(FAQRA.trim());
    expect(text).not.toMatch(/Most read|Sport|Example/);
    expect(title).toBe("Bridge closed");
    expect(language).toBe("ar");
  });

  test("keeps paragraphs apart", () => {
    expect(web.extract(source(), page(article(PARAGRAPH))).text?.split(/\n+/).length).toBeGreaterThanOrEqual(4);
  });
});
