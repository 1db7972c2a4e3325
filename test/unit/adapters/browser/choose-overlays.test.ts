import { describe, expect, test } from "vitest";
import { chooseOverlays, type Overlay } from "#lib/adapters/browser/choose-overlays";

const VIEW = { width: 1280, height: 1600 };
const overlay = (mark: number, text: string, more: Partial<Overlay> = {}): Overlay => ({
  mark,
  selector: "div",
  text,
  width: 1280,
  height: 120,
  isKnown: false,
  isDialog: false,
  isFurniture: false,
  hasMedia: false,
  ...more,
});
const large = { height: 700 };
const whole = { height: 1600 };

describe("what lies over a page", () => {
  test.each([
    ["English", "We use cookies to improve this site. Accept all cookies"],
    ["Arabic", "نستخدم ملفات تعريف الارتباط على هذا الموقع. أوافق على الكل"],
    ["Arabic, other words", "خصوصيتك تهمنا"],
    ["French", "Nous utilisons des cookies. Tout accepter"],
    ["X", "Did someone say … cookies?\nAccept all cookies\nRefuse non-essential cookies"],
  ])("a consent bar in %s goes", (_, text) => {
    expect(chooseOverlays([overlay(1, text)], VIEW)).toEqual([{ mark: 1, reason: "consent" }]);
  });

  test("a sheet that asks to sign in goes, a header with such a link stays", () => {
    expect(chooseOverlays([overlay(1, "Log in\nSign up", large)], VIEW)).toEqual([{ mark: 1, reason: "sign_in" }]);
    expect(chooseOverlays([overlay(1, "لا تفوّت ما يحدث\nتسجيل الدخول", large)], VIEW)).toHaveLength(1);
    expect(chooseOverlays([overlay(1, "Gazette\nLog in")], VIEW)).toEqual([]);
    expect(chooseOverlays([overlay(1, "Gazette\nLog in", { ...large, isFurniture: true })], VIEW)).toEqual([]);
  });

  test("a backdrop goes only with what it belongs to, and never with a picture in it", () => {
    expect(chooseOverlays([overlay(1, "", whole)], VIEW)).toEqual([]);
    const bar = overlay(2, "Accept all cookies");
    expect(chooseOverlays([overlay(1, "", whole), bar], VIEW)).toEqual([
      { mark: 2, reason: "consent" },
      { mark: 1, reason: "backdrop" },
    ]);
    expect(chooseOverlays([overlay(1, "", { ...whole, hasMedia: true }), bar], VIEW)).toHaveLength(1);
  });

  test.each([
    ["a headline that sticks", "The ministry said on Friday that the bridge stays open"],
    ["a long text that mentions cookies", `${"Words of a story. ".repeat(300)} We use cookies.`],
    ["a player", "Play"],
  ])("%s stays", (_, text) => {
    expect(chooseOverlays([overlay(1, text, large)], VIEW)).toEqual([]);
  });

  test("what is known by its markup goes whatever it says", () => {
    expect(chooseOverlays([overlay(1, "Ok", { isKnown: true })], VIEW)).toEqual([{ mark: 1, reason: "known" }]);
  });
});
