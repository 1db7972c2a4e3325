import type { ElementHandle, Page } from "puppeteer-core";
import { expect } from "vitest";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { findAxeViolations, rests, scrollsSideways } from "#test/setup/reader-browser";

const WAIT_MS = 30_000;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

type Role = "button" | "link" | "textbox" | "searchbox" | "combobox" | "checkbox" | "heading";
type Place = Page | ElementHandle;

/** The element with this accessible name, as soon as it is there. */
export async function find(place: Place, role: Role, name: string): Promise<ElementHandle<HTMLElement>> {
  const found = await place.waitForSelector(`aria/${name}[role="${role}"]`, { timeout: WAIT_MS });
  if (!found) throw new Error(`There is no ${role} «${name}»`);
  return found as ElementHandle<HTMLElement>;
}

/** The same, once the page's script listens to it: what a person does before that is not what is tested here. */
async function findAwake(place: Place, role: Role, name: string): Promise<ElementHandle<HTMLElement>> {
  const element = await find(place, role, name);
  await element.evaluate(async (node) => {
    const isAwake = () => Object.keys(node).some((key) => key.startsWith("__reactProps"));
    while (node.contentEditable !== "true" && !isAwake()) await new Promise(requestAnimationFrame);
  });
  return element;
}

export async function press(place: Place, role: Role, name: string): Promise<void> {
  const element = await findAwake(place, role, name);
  await element.evaluate((node) => node.scrollIntoView({ block: "center" }));
  await element.click();
}

/** Puts the words into an empty field, as a keyboard or a paste does. */
export async function write(page: Page, name: string, words: string, role: Role = "textbox"): Promise<void> {
  const element = await findAwake(page, role, name);
  await element.focus();
  await page.keyboard.sendCharacter(words);
}

export async function choose(page: Page, name: string, label: string): Promise<void> {
  const element = await findAwake(page, "combobox", name);
  const value = await element.evaluate(
    (node, wanted) => [...(node as HTMLSelectElement).options].find((option) => option.text === wanted)?.value,
    label,
  );
  if (value === undefined) throw new Error(`«${name}» has no choice «${label}»`);
  await element.select(value);
}

/** Waits until an element of the page has these words. */
export async function sees(page: Page, words: string, timeout = WAIT_MS): Promise<void> {
  try {
    await page.waitForSelector(`text/${words}`, { timeout });
  } catch {
    const shown = await page.$eval("body", (body) => body.textContent);
    throw new Error(`${page.url()} does not say «${words}» but:\n${shown}`);
  }
}

/** Signs in through the page, at the desk's first page afterwards. */
export async function signIn(
  page: Page,
  origin: string,
  locale: Locale,
  who: { email: string; password: string },
): Promise<void> {
  const { people } = messages(locale);
  await page.goto(`${origin}/${locale}/sign-in`);
  await write(page, people.signIn.email, who.email);
  await write(page, people.signIn.password, who.password);
  await press(page, "button", people.signIn.submit);
  await page.waitForFunction((path) => location.pathname === path, { timeout: WAIT_MS }, `/${locale}/desk`);
}

/** The page as it stands must be clean for axe and must not scroll sideways, on a desktop and on a phone. */
export async function expectSound(page: Page): Promise<void> {
  const at = new URL(page.url()).pathname;
  for (const view of [PHONE, DESKTOP]) {
    await page.setViewport(view);
    // What was pressed may still be putting a refreshed page in place.
    await rests(page);
    await page.waitForFunction(() => document.title !== "", { timeout: WAIT_MS });
    // Half under a bar that stays on top, anything is too small to press.
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
    const isSideways = await scrollsSideways(page);
    const violations = await findAxeViolations(page);
    expect({ at, ...view, isSideways, violations }).toEqual({ at, ...view, isSideways: false, violations: [] });
  }
}

/** Opens each path and looks at it as `expectSound` does. */
export async function expectAllSound(page: Page, origin: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(`${origin}${path}`, { waitUntil: "networkidle2" });
    expect(answer?.status(), path).toBe(200);
    await expectSound(page);
  }
}
