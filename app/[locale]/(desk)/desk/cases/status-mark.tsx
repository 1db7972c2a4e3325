import type { IconName } from "#components/ui/icon";
import { Mark, type Tone } from "#components/ui/mark";
import type { CaseStatus } from "#lib/core/cases/types";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const LOOKS: Record<CaseStatus, { tone: Tone; icon: IconName }> = {
  draft: { tone: "quiet", icon: "pen" },
  in_review: { tone: "info", icon: "people" },
  published: { tone: "good", icon: "seal" },
  retracted: { tone: "bad", icon: "slash" },
};

/** Where a case file stands, in a word with its own shape. */
export function StatusMark({ locale, status }: { locale: Locale; status: CaseStatus }) {
  const { tone, icon } = LOOKS[status];
  return (
    <Mark tone={tone} icon={icon}>
      {messages(locale).cases.status[status]}
    </Mark>
  );
}
