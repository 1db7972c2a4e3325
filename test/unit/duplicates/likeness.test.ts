import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyOf, isBetterBody } from "#lib/core/duplicates/body";
import { findBoilerplate } from "#lib/core/duplicates/boilerplate";
import { likeness } from "#lib/core/duplicates/likeness";
import { comparable, relate } from "#lib/core/duplicates/relate";
import { BANDS, bandsOf } from "#lib/core/duplicates/sketch";

/** By the definition, with sets of strings. */
function plainJaccard(a: string, b: string): number {
  const grams = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 4) }, (_, i) => text.slice(i, i + 5)));
  const [left, right] = [grams(a), grams(b)];
  const both = [...left].filter((gram) => right.has(gram)).length;
  return left.size === 0 || right.size === 0 ? 0 : both / (left.size + right.size - both);
}

const text = fc.array(fc.constantFrom("كلمة", "أخرى", "حساب", "وهمي", "one", "two"), { maxLength: 40 });
const band = (a: string, b: string) => relate(comparable(a), comparable(b)).band;

describe("likeness", () => {
  test("is the Jaccard similarity of the sets of 5-grams", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [a.join(" "), b.join(" ")];
        expect(likeness(left, right).jaccard).toBeCloseTo(plainJaccard(left, right), 10);
        expect(likeness(left, right)).toEqual(likeness(right, left));
      }),
    );
  });

  test("holds for very long texts, and for none", () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `word${i}`).join(" ");
    expect(likeness(long, long)).toEqual({ jaccard: 1, containment: 1 });
    expect(likeness(long, long.slice(0, 50_000)).containment).toBe(1);
    expect(likeness("", "abcdefgh")).toEqual({ jaccard: 0, containment: 0 });
  });
});

describe("the sketch", () => {
  test("has 21 keys that depend on the body alone, and none for short bodies", () => {
    const body = "a body of more than twenty characters";
    expect(bandsOf(body)).toHaveLength(BANDS);
    expect(bandsOf(body)).toEqual(bandsOf(`${body}`));
    expect(bandsOf("nineteen characters")).toEqual([]);
    for (const key of bandsOf(body)) expect(key).toBe(key | 0);
  });

  test("of texts that are much alike shares a key, of texts that are not shares none", () => {
    let missed = 0;
    for (let i = 0; i < 500; i++) {
      const words = Array.from({ length: 16 }, (_, k) => `w${(i * 31 + k * 17) % 997}x${k}`);
      const copy = words.map((word, k) => (k === i % 16 ? "changed" : word)).join(" ");
      const other = words.map((_, k) => `other${i}and${k}`).join(" ");
      const keys = new Set(bandsOf(words.join(" ")));
      if (!bandsOf(copy).some((key) => keys.has(key))) missed++;
      expect(bandsOf(other).some((key) => keys.has(key))).toBe(false);
    }
    expect(missed).toBeLessThanOrEqual(2);
  });
});

describe("bands", () => {
  const message = "تعلن وزارة الداخلية إغلاق حسابات وهمية تدار من الخارج لإثارة الفتنة بين البلدين";

  test("exact: the same words whatever their spelling, addresses and emoji", () => {
    expect(band(message, `${message.replaceAll("ة", "ه")} https://t.co/abc 🙂`)).toBe("exact");
    expect(band("", "")).toBe("none");
    expect(band("🙂", "🙂")).toBe("none");
  });

  test("family: a template with other numbers, other hashtags, an agency's prefix", () => {
    expect(band(`${message} وعددها ٢٣٠٠٠ حساب`, `${message} وعددها 8000 حساب`)).toBe("family");
    expect(band(`${message} #وسم_طويل_أول`, `${message} #وسم_آخر_تماما_غير_الأول`)).toBe("family");
    expect(band(`عاجل | ${message}`, `${message} التفاصيل`)).toBe("family");
  });

  test("family never below thirty characters, suggestion never below twenty", () => {
    expect(band("اغلاق الحسابات الوهمية غدا", "اغلاق الحسابات الوهمية")).toBe("suggestion");
    expect(band("كلمتان هنا", "كلمتان هنا الآن")).toBe("none");
  });

  test("suggestion: the message inside a longer text", () => {
    const around = "كتب أحد المشاركين في النقاش الطويل الذي دار البارحة في المقهى القديم قرب الميناء أن الناس يتداولون";
    const after =
      "ثم مضى يتحدث عن أحوال الطقس وعن المباراة التي انتهت بالتعادل وعن أمور أخرى كثيرة لا علاقة لها بالموضوع";
    expect(band(message, `${around} ${message} ${after}`)).toBe("suggestion");
  });

  test("none: another topic that shares hashtags and formulas only", () => {
    expect(band("صباح الخير #الرياض #السعودية #عاجل يوم جميل", "صباح الخير #الرياض #السعودية #عاجل أين أنتم")).toBe(
      "none",
    );
  });

  test("none: look-alike letters of another alphabet, all over the text; one word of them does no harm", () => {
    const latin = "Accounts were closed after a report by the ministry of the interior";
    expect(band(latin, latin.replaceAll("a", "а").replaceAll("o", "о").replaceAll("e", "е"))).toBe("none");
    expect(band(latin, latin.replace("report", "rероrt"))).toBe("family");
  });
});

describe("bodies", () => {
  test("have no hashtags, formulas, prefixes or ends of cut addresses", () => {
    expect(bodyOf("عاجل | بالفيديو: إغلاق الحسابات #وسم صباح الخير عبر")).toBe("اغلاق الحسابات");
    expect(bodyOf("the words that count https…")).toBe("the words that count");
    expect(bodyOf("#وسم #آخر")).toBe("");
    expect(bodyOf("")).toBe("");
  });

  test("boilerplate is found in what was written", () => {
    const written = "عاجل: صَباحُ الخَيْرِ يا بلد";
    expect(findBoilerplate(written).map(({ start, end }) => written.slice(start, end))).toEqual(["عاجل", "صَباحُ الخَيْرِ"]);
  });

  test("of two bodies of one wording one is better, whichever came first", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(isBetterBody(a, b) && isBetterBody(b, a)).toBe(false);
        if (a !== b) expect(isBetterBody(a, b) || isBetterBody(b, a)).toBe(true);
      }),
    );
  });
});

describe("bad input", () => {
  const ODD = [
    "",
    "🙂",
    "x".repeat(100_000),
    "كلمة ".repeat(20_000),
    "https://t.co/a https://t.co/b",
    "\ud800 broken \udc00 halves of pairs and more words",
    "\u202emixed مختلط directions اتجاهات \u202c here هنا",
    `z\u0300\u0301\u0302\u0303a\u0304\u0305l\u0306g\u0307o ${"\u0336".repeat(5_000)} text with stacked marks`,
    "\u200f\u200e\u200b\u2066\u2069",
  ];
  test("never breaks, and every text with words is the same as itself", () => {
    for (const a of ODD) {
      for (const b of ODD) expect(() => relate(comparable(a), comparable(b))).not.toThrow();
      expect(band(a, a)).toBe(comparable(a).folded === "" ? "none" : "exact");
      expect(() => findBoilerplate(a)).not.toThrow();
    }
  });
});
