import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldHashtag } from "#lib/core/text/fold";

const folded = (text: string) => fold(text).folded;

describe("fold, step by step", () => {
  it("brings compatibility forms together (NFKC)", () => {
    expect(folded("ﻻ ﷺ ｆｕｌｌ cafe\u0301")).toBe("لا صلي الله عليه وسلم full café");
  });
  it("drops format characters before anything looks at the text", () => {
    expect(folded("\ufeffمقا\u200cطعة\u200f \u202eabc\u202c so\u00adft")).toBe("مقاطعه abc soft");
    expect(folded("@\u200fuser ht\u200btps://x.com/1 a")).toBe("a");
    expect(folded("e\u200d\u0301")).toBe("é");
  });
  it("drops addresses, keeping the sentence's punctuation and glued Arabic", () => {
    expect(folded("قاطعوا https://t.co/Ab12 الآن")).toBe("قاطعوا الان");
    expect(folded("https://t.co/Ab12قاطعوا")).toBe("قاطعوا");
    expect(folded("see (http://example.com/a?b=c), www.example.com. bit.ly/xyz pic.twitter.com/abc end")).toBe(
      "see end",
    );
    expect(folded("HTTPS://EXAMPLE.COM/ X")).toBe("x");
    expect(folded("24/7 and/or e.g. a.b")).toBe("24 7 and or e g a b");
  });
  it("drops RT @x: and mentions, not e-mail addresses", () => {
    expect(folded("RT @some_one: قاطعوا @a،@ب")).toBe("قاطعوا");
    expect(folded("write to desk@example.com")).toBe("write to desk example com");
    expect(folded("ART @x: b")).toBe("art b");
  });
  it("keeps the words of hashtags", () => {
    expect(folded("#مقاطعة_تويتر! #Boycott_X C# snake_case")).toBe("مقاطعه تويتر boycott x c snake case");
  });
  it("drops emoji wholly: sequences, flags, keycaps, text signs drawn as emoji", () => {
    expect(folded("a👨‍👩‍👧‍👦b 🇧🇭 👍🏽 1️⃣ ℹ️ ☎️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 c")).toBe("a b c");
  });
  it("drops vowel signs and tatweel", () => {
    expect(folded("مُقَـــاطَعَةٌ قُرْآن هٰذا")).toBe("مقاطعه قران هذا");
  });
  it("brings letter forms together, composed or not", () => {
    expect(folded("أإآٱا ىي ةه ؤو ئ")).toBe("اا يي هه وو ي");
    expect(folded("ا\u0654 ا\u0653 و\u0654 ي\u0654".normalize("NFD"))).toBe(folded("أ آ ؤ ئ"));
    expect(folded("کتاب فارسی ہے")).toBe("كتاب فارسي هي");
  });
  it("reads all Arabic digits as one alphabet", () => {
    expect(folded("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹")).toBe("0123456789 0123456789");
  });
  it("lowers case", () => {
    expect(folded("ABC ÀÉ İstanbul")).toBe("abc àé istanbul");
  });
  it("keeps a repeated letter twice, digits as they are", () => {
    expect(folded("مبروووووك coool 10000")).toBe("مبرووك cool 10000");
  });
  it("sees only words, not the signs between them", () => {
    expect(folded("«مقاطعة»، الآن! (3.5%) it’s")).toBe("مقاطعه الان 3 5 it s");
  });
  it("keeps the vowel signs of scripts that need them", () => {
    expect(folded("हिन्दी ไทย")).toBe("हिन्दी ไทย");
  });
  it("collapses spaces of every kind", () => {
    expect(folded(" \t a\n\u00a0\u3000b\u2028c ")).toBe("a b c");
  });
});

describe("fold, always", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "مقاطعة", "الشركة", "أ", "ﻻ", "ﷺ", "ـ", "\u064e", "\u0301", "\u0654", " ", "_", "#", "@", "@a", "RT @x:", "https://t.co/a",
      "htttps://x", "www.", "/", "👨‍👩‍👧", "🇧🇭", "1️⃣", "\ufe0f", "\u200d", "\u202e", "\ud800", "\udc00", "٣", "aaa", "İ", "\0", "ᄀ", "ᅡ", "ᆨ",
    ),
  ); // biome-ignore format: a list of traps reads better in rows
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

  it("changes nothing when done again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = folded(text);
        expect(folded(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it("gives offsets that rise, stay inside and lead to a text that folds to the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded: out, map } = fold(text);
        expect(map.length).toBe(out.length + 1);
        for (let i = 0; i < out.length; i++) expect(map[i]).toBeLessThanOrEqual(map[i + 1] ?? -1);
        expect(map[out.length]).toBeLessThanOrEqual(text.length);
        expect(out.isWellFormed()).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  const word = fc.stringMatching(/^[ابتثجحخدذرزسشصضطظعغفقكلمنهوي]{2,8}$|^[b-v]{2,8}$/).filter((w) => !/(.)\1/.test(w));

  it("leads each word back to where it was written", () => {
    const dirt = fc.constantFrom(" ", " https://t.co/x1 ", " 😀 ", " @who ", "\n", " #");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, dirt), { minLength: 1, maxLength: 8 }), (pairs) => {
        const text = pairs.map(([w, d]) => w + d).join("");
        const { folded: out, map } = fold(text);
        for (const match of out.matchAll(/[^ #]+/g)) {
          const end = match.index + match[0].length;
          expect(text.slice(map[match.index], map[end])).toBe(match[0]);
        }
      }),
    );
  });

  it("does not see vowel signs, tatweel, addresses and mentions put in", () => {
    const inside = fc.constantFrom("\u064e", "\u0651", "ـ", "\u200f", "\u0640\u064f");
    const between = fc.constantFrom(" ", " https://example.com/a ", " @name ", " 😀 ", "  ");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, inside, between), { minLength: 1, maxLength: 6 }), (parts) => {
        const plain = parts.map(([w]) => w).join(" ");
        const dirty = parts.map(([w, mark, gap]) => `${w[0]}${mark}${w.slice(1)}${mark}${gap}`).join("");
        expect(folded(dirty)).toBe(folded(plain));
      }),
    );
  });

  it("survives what breaks others, quickly", () => {
    const zalgo = `h${"\u0301\u0316\u0489".repeat(30_000)}i`;
    const started = performance.now();
    expect(folded("\ud83d")).toBe("");
    expect(folded("\u202e\u2066\u202d")).toBe("");
    expect(folded(zalgo).length).toBeLessThan(10);
    for (const unit of ["مقاطعة ", "@", "#", "a.", "RT ", "www.", "https://", "é", "\u0301", "👨‍👩", "ᄀ", "-"]) {
      fold(unit.repeat(Math.ceil(100_000 / unit.length)));
    }
    // Generous: a quadratic step would take minutes.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("foldHashtag", () => {
  it("is one key for all spellings", () => {
    expect(foldHashtag("#مُقاطعة_تويتر")).toBe("مقاطعه_تويتر");
    expect(foldHashtag("مقاطعه_تويتر")).toBe("مقاطعه_تويتر");
    expect(foldHashtag("＃Boycott")).toBe("boycott");
    expect(foldHashtag("🔥")).toBe("🔥");
  });
});
