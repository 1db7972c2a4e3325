import type { IconName } from "#components/ui/icon";
import { Mark, type Tone } from "#components/ui/mark";
import type { ChangeKind } from "#lib/core/captures/compare-captures";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const LOOKS: Record<ChangeKind, { tone: Tone; icon: IconName }> = {
  unavailable: { tone: "bad", icon: "minus" },
  available: { tone: "good", icon: "undo" },
  outcome: { tone: "quiet", icon: "info" },
  text: { tone: "warn", icon: "edit" },
  title: { tone: "warn", icon: "edit" },
  author_name: { tone: "info", icon: "user" },
  author_handle: { tone: "info", icon: "user" },
  author_picture: { tone: "quiet", icon: "user" },
  media: { tone: "info", icon: "image" },
  counts: { tone: "quiet", icon: "plus" },
  posts: { tone: "quiet", icon: "list" },
};

/** What changed, each in a word with its own shape. */
export function ChangeMarks({ locale, kinds }: { locale: Locale; kinds: readonly ChangeKind[] }) {
  const { time } = messages(locale);
  return (
    <ul aria-label={time.changes} className="flex flex-wrap gap-1.5">
      {kinds.map((kind) => (
        <li key={kind} className="flex">
          <Mark {...LOOKS[kind]}>{time.kind[kind]}</Mark>
        </li>
      ))}
    </ul>
  );
}
