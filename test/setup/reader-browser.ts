import { readFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import { findBrowserSetup, launchBrowser, type RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { projectPath } from "#lib/paths";

/** A browser as an editor or reader has it. */
export async function openBrowser(): Promise<RunningBrowser> {
  return launchBrowser(await findBrowserSetup(), "anything");
}

type Violation = { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] };

/** What axe-core finds against WCAG 2.2 AA on the page as it stands: one line per element, empty when clean. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(projectPath("node_modules", "axe-core", "axe.min.js"), "utf8"));
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((r) => r.violations)`,
  )) as Violation[];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${String(target)} (${failureSummary ?? ""})`),
  );
}

/** Whether anything is wider than the window, which makes a page scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}
