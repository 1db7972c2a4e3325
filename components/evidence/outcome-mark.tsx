import type { IconName } from "#components/ui/icon";
import { Mark, type Tone } from "#components/ui/mark";
import type { Outcome } from "#lib/core/captures/types";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const LOOKS: Record<Outcome, { tone: Tone; icon: IconName }> = {
  content: { tone: "good", icon: "check" },
  partial: { tone: "warn", icon: "half" },
  deleted: { tone: "quiet", icon: "trash" },
  suspended: { tone: "quiet", icon: "ban" },
  protected: { tone: "quiet", icon: "lock" },
  withheld: { tone: "quiet", icon: "slash" },
  age_restricted: { tone: "info", icon: "user" },
  login_wall: { tone: "info", icon: "door" },
  bot_block: { tone: "warn", icon: "robot" },
  rate_limited: { tone: "warn", icon: "clock" },
  not_found: { tone: "quiet", icon: "question" },
  unavailable: { tone: "quiet", icon: "minus" },
  error: { tone: "bad", icon: "alert" },
};

/** What a capture really holds, in a word with its own shape. */
export function OutcomeMark({ locale, outcome, className }: { locale: Locale; outcome: Outcome; className?: string }) {
  const { tone, icon } = LOOKS[outcome];
  return (
    <Mark tone={tone} icon={icon} className={className}>
      {messages(locale).common.outcome[outcome]}
    </Mark>
  );
}
