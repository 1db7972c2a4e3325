import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; broken: { seq: string; reason: string; at: string }; children?: ReactNode };

/** The custody log does not hold: where, why, and what to do. */
export function LogBreak({ locale, broken, children }: Props) {
  const words = messages(locale).proof.broken;
  return (
    <Notice tone="bad" title={words.title}>
      <p>{words.body(broken.seq)}</p>
      <p className="mt-1 text-sm text-ink-soft">
        {words.reason[broken.reason] ?? broken.reason} <Time locale={locale} at={broken.at} />
      </p>
      {children}
    </Notice>
  );
}
