import { Notice } from "#components/ui/notice";
import { type CheckLine, type CheckState, summarise } from "#lib/core/evidence/checks/check-line";
import { fill } from "#lib/i18n/fill";
import { formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ProofShape } from "./proof-shape";

const SHAPES = { holds: "holds", fails: "fails", not_made: "absent" } as const satisfies Record<CheckState, string>;
const COLOURS: Record<CheckState, string> = { holds: "text-good", fails: "text-bad", not_made: "text-ink-faint" };
/** What somebody must see comes first. */
const ORDER: readonly CheckState[] = ["fails", "not_made", "holds"];

/** What a check found: the sum in one sentence, then every line, the bad ones first. */
export function CheckReport({ locale, lines }: { locale: Locale; lines: readonly CheckLine[] }) {
  const { checks } = messages(locale);
  const summary = summarise(lines);
  const verdict = summary.fails > 0 ? "fails" : "holds";
  const sorted = lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <div className="w-full">
      <Notice tone={verdict === "holds" ? "good" : "bad"} title={checks.verdict[verdict]} live>
        <p>
          {fill(checks.counts, summary)} {summary.notMade > 0 && checks.notMade}
        </p>
        <p className="text-sm text-ink-soft">{checks.limit}</p>
      </Notice>
      <ul className="mt-3 border-t border-hairline">
        {sorted.map((line) => (
          <Line key={`${line.check} ${line.subject} ${line.detail}`} line={line} locale={locale} />
        ))}
      </ul>
    </div>
  );
}

function Line({ line, locale }: { line: CheckLine; locale: Locale }) {
  const { checks } = messages(locale);
  const { check, subject, state, detail, values } = line;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 border-b border-hairline py-2 text-base">
      <ProofShape state={SHAPES[state]} className={`mt-1 ${COLOURS[state]}`} />
      <div className="min-w-0">
        <p>
          <span className="font-semibold">{checks.kind[check]}</span>{" "}
          <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
            {subject}
          </bdi>{" "}
          <span className={COLOURS[state]}>{checks.state[state]}</span>
        </p>
        <p className="text-sm wrap-anywhere text-ink-soft">{fill(checks.detail[detail], inWords(values, locale))}</p>
      </div>
    </li>
  );
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Times as people say them; everything else to the letter. */
function inWords(values: CheckLine["values"], locale: Locale): CheckLine["values"] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && INSTANT.test(value) ? formatTime(locale, value) : value,
    ]),
  );
}
