import { BUNDLE } from "#lib/core/evidence/bundle-layout";
import type { BundleFacts, BundleTexts } from "#lib/core/evidence/bundle-texts";
import { BY_HAND_COMMANDS, BY_HAND_STEPS, type ByHandStep } from "#lib/core/evidence/by-hand";
import { LOCALES, type Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** What VERIFY.txt and VERIFY.html in every bundle say, in both languages, with the commands of the public page. */
export const bundleTexts: BundleTexts = { text: renderText, page: renderPage };

const BOTH: readonly Locale[] = ["en", "ar"];

/** Steps for which there is something in this bundle. */
function stepsFor({ paths }: BundleFacts): ByHandStep[] {
  const has = (path: string) => paths.includes(path);
  const needs: Partial<Record<ByHandStep, boolean>> = {
    signature: has(BUNDLE.signature) && has(BUNDLE.manifestKey),
    key: has(BUNDLE.manifestKey),
    time: paths.some((path) => path.startsWith("proof/manifest-") && path.endsWith(".tsr")),
    recording: has("data/capture.wacz"),
    custody: has(BUNDLE.custody) && has(BUNDLE.headStatement),
    state: has(BUNDLE.headStatement),
  };
  return BY_HAND_STEPS.filter((step) => needs[step] !== false);
}

function factLines(locale: Locale, facts: BundleFacts): [string, string][] {
  const { byHand } = messages(locale);
  return [
    [byHand.captureLabel, facts.captureId],
    [byHand.addressLabel, facts.url],
    [byHand.timeLabel, facts.capturedAt],
    [byHand.manifestLabel, facts.manifestSha256],
  ];
}

/** Windows line ends: the editor that opens a .txt there may know no others. */
function renderText(facts: BundleFacts): string {
  const parts = BOTH.map((locale) => {
    const { byHand } = messages(locale);
    const steps = stepsFor(facts).map((step, index) => {
      const { title, does, proves, provesNot } = byHand.steps[step];
      const words = [does, `${byHand.proves}: ${proves}`, `${byHand.provesNot}: ${provesNot}`];
      return [`${index + 1}. ${title}`, "", ...words, "", indent(BY_HAND_COMMANDS[step])].join("\n");
    });
    return [
      byHand.title.toUpperCase(),
      factLines(locale, facts)
        .map(([name, value]) => `${name}: ${value}`)
        .join("\n"),
      byHand.lead,
      [byHand.toolsTitle, ...byHand.tools.map((line) => `- ${line}`)].join("\n"),
      [byHand.openTitle, ...byHand.open.map((line) => `- ${line}`)].join("\n"),
      ...steps,
      `${byHand.limitTitle}\n${byHand.limit}`,
    ].join("\n\n");
  });
  return `\uFEFF${parts.join(`\n\n${"=".repeat(72)}\n\n`)}\n`.replaceAll("\n", "\r\n");
}

const indent = (text: string) => text.replaceAll(/^/gm, "    ");

function renderPage(facts: BundleFacts): string {
  const parts = BOTH.map((locale) => {
    const { byHand } = messages(locale);
    const list = (lines: readonly string[]) => `<ul>${lines.map((line) => `<li>${html(line)}</li>`).join("")}</ul>`;
    const steps = stepsFor(facts).map((step) => {
      const { title, does, proves, provesNot } = byHand.steps[step];
      return `<li><h3>${html(title)}</h3><p>${html(does)}</p><pre dir="ltr">${html(BY_HAND_COMMANDS[step])}</pre>
<p><b>${html(byHand.proves)}:</b> ${html(proves)}<br><b>${html(byHand.provesNot)}:</b> ${html(provesNot)}</p></li>`;
    });
    const rows = factLines(locale, facts).map(
      ([name, value]) => `<dt>${html(name)}</dt><dd><bdi dir="ltr">${html(value)}</bdi></dd>`,
    );
    return `<article lang="${locale}" dir="${LOCALES[locale].dir}" id="${locale}">
<h1>${html(byHand.title)}</h1>
<dl>${rows.join("")}</dl>
<p>${html(byHand.lead)}</p>
<h2>${html(byHand.openTitle)}</h2>${list(byHand.open)}
<h2>${html(byHand.toolsTitle)}</h2>${list(byHand.tools)}
<ol>${steps.join("\n")}</ol>
<h2>${html(byHand.limitTitle)}</h2><p>${html(byHand.limit)}</p>
</article>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(messages("en").byHand.title)} · ${html(messages("ar").byHand.title)}</title>
<style>
body { font: 1rem/1.6 "Segoe UI", system-ui, sans-serif; max-inline-size: 46rem; margin: 2rem auto; padding: 0 1rem; }
pre { background: #f2efe8; color: #1c1a17; padding: .8rem; white-space: pre-wrap; overflow-wrap: anywhere; text-align: left; }
dt { font-weight: 600 } dd { margin: 0 0 .5rem; overflow-wrap: anywhere } article + article { border-top: 3px double; margin-top: 3rem }
</style></head><body>
<nav><a href="#en">English</a> · <a href="#ar" lang="ar">العربية</a></nav>
${parts.join("\n")}
</body></html>
`;
}

function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
