import { findChallenge } from "#lib/adapters/platforms/html/challenge";
import { signal } from "#lib/core/captures/signal-names";
import type { Outcome, PageEvidence, Signal } from "#lib/core/captures/types";

const SIGN_IN_PATH =
  /^\/(?:i\/flow\/(?:login|signup|single_sign_on)|i\/jf\/onboarding|account\/access|login|signup)(?:\/|$)/;
const CONSENT_PATH = /^\/i\/flow\/consent_flow(?:\/|$)/;
const SIGN_IN_FORM =
  'form[data-testid="loginForm"], [data-testid="loginButton"] ~ input, input[autocomplete="username"], ' +
  '[data-testid="LoginForm_Login_Button"]';

/**
 * A page that asks for something instead of showing the content: to sign in, or to agree.
 * `isByAddress`: the address says so itself, which is stronger than an element in the page.
 */
export function findWall(
  page: PageEvidence,
  document: Document,
): { outcome: Outcome; signal: Signal; isByAddress: boolean } | undefined {
  const path = URL.parse(page.finalUrl)?.pathname ?? "";
  if (SIGN_IN_PATH.test(path)) return { outcome: "login_wall", signal: signal("sign_in", path), isByAddress: true };
  // Agreeing is not signing in, and nothing was said about the content.
  if (CONSENT_PATH.test(path)) {
    return { outcome: "unavailable", signal: signal("consent_wall", path), isByAddress: true };
  }
  if (!document.querySelector(SIGN_IN_FORM)) return undefined;
  return { outcome: "login_wall", signal: signal("sign_in", "sign_in_form"), isByAddress: false };
}

/** A test for robots, or X's page for browsers without scripts, which it also sends to browsers that it takes for robots. */
export function findBlock(page: PageEvidence, document: Document): Signal | undefined {
  const challenge = findChallenge(page, document);
  if (challenge) return signal("challenge", challenge);
  const headings = [...document.querySelectorAll("h1, .errorContainer h1, .errorContainer")];
  const words = headings.map((heading) => heading.textContent?.replace(/\s+/g, " ").trim() ?? "");
  // The Arabic wording is from general knowledge.
  const said = words.find((text) =>
    /^(?:javascript is (?:not available|disabled)|جافا ?سكر[يب]+ت غير متاح)/i.test(text),
  );
  return said === undefined ? undefined : signal("block", said.slice(0, 80));
}
