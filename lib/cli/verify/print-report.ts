import { type CheckLine, summarise } from "#lib/core/evidence/checks/check-line";
import { fill } from "#lib/i18n/fill";
import { messages } from "#lib/i18n/messages";
import type { VerifyReport } from "#lib/services/verify/verify-capture";

const { checks } = messages("en");

/** The report as a terminal shows it: one line per check, what fails first said again at the end, and what it means. */
export function printReport({ captureId, lines }: VerifyReport): string {
  const summary = summarise(lines);
  const subjects = Math.min(44, Math.max(...lines.map(({ subject }) => subject.length), 0));
  const kinds = Math.max(...Object.values(checks.kind).map((name) => name.length));
  const rows = lines.map((line) => {
    const state = (line.state === "fails" ? "FAILS" : checks.state[line.state]).padEnd(18);
    return `  ${state}${checks.kind[line.check].padEnd(kinds + 2)}${shown(line.subject).padEnd(subjects)}  ${sentence(line)}`;
  });
  const verdict = summary.fails > 0 ? "fails" : summary.holds > 0 ? "holds" : "nothing";
  const failing = lines.filter((line) => line.state === "fails").map((line) => `    ${shown(line.subject)}`);
  return [
    "",
    `  ${captureId ? `Capture ${shown(captureId)}` : ""}`.trimEnd(),
    "",
    ...rows,
    "",
    `  ${checks.verdict[verdict]} ${fill(checks.counts, summary, false)}`,
    ...new Set(failing),
    ...(summary.notMade > 0 ? [`  ${checks.notMade}`] : []),
    `  ${checks.limit}`,
    "",
    "",
  ].join("\n");
}

const sentence = (line: CheckLine) => shown(fill(checks.detail[line.detail], line.values, false));

/** Names come out of other people's files: nothing in them may steer the terminal or turn the line around. */
function shown(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}
