"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { WayChoice } from "#components/platforms/way-choice";
import { type DraftProblem, NEW_WAY_DRAFT, toWish, type WayDraft } from "#components/platforms/way-draft";
import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import { useToast } from "#components/ui/toast";
import type { CaptureWay } from "#lib/core/captures/types";
import type { WaysIn as Ways } from "#lib/core/platforms/ways-in";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { captureAgainAction } from "../actions";

type Props = {
  locale: Locale;
  ways: Ways;
  sourceId: string;
  /** A wall stands where the posts should be. */
  isWalled: boolean;
  isPending: boolean;
  mayManage: boolean;
};

/** What else can be done about a wall: the interface, a session, or a file from elsewhere. */
export function WaysIn(props: Props) {
  const { locale, isWalled, ways } = props;
  const { walled } = messages(locale).platforms;
  if (!isWalled) {
    return (
      <details className="border-y border-hairline py-3">
        <summary className="font-semibold hover:underline">{walled.otherTitle}</summary>
        <div className="mt-3 max-w-3xl">
          <Form {...props} />
        </div>
      </details>
    );
  }
  return (
    <section aria-labelledby="ways-in" className="border-s-3 border-warn bg-sheet px-5 py-4">
      <h2 id="ways-in" className="font-serif text-xl font-semibold">
        {walled.title}
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-ink-soft">{walled.lead(ways.ways.length)}</p>
      <div className="max-w-3xl">
        <Form {...props} />
      </div>
    </section>
  );
}

function Form({ locale, ways, sourceId, isPending, mayManage }: Props) {
  const { platforms, captures, errors, submit } = messages(locale);
  const { walled, ways: words } = platforms;
  const offered = ways.ways.filter((way) => way !== "browser");
  const isOpen = (way: CaptureWay) => (way === "api" ? ways.tokens : ways.sessions).length > 0;
  const [draft, setDraft] = useState<WayDraft>({ ...NEW_WAY_DRAFT, way: offered.find(isOpen) ?? "browser" });
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const [isSending, start] = useTransition();
  const { show } = useToast();
  const router = useRouter();
  const send = () => {
    const wish = toWish(draft, ways, 1);
    if (typeof wish === "string") return setProblem(wish);
    setProblem(null);
    start(async () => {
      const result = await captureAgainAction({ sourceId, way: wish }).catch(() => null);
      if (result?.ok) show({ title: result.data.isNew ? walled.sent : walled.already });
      else show({ title: result ? refusal(result.error, { errors, submit }) : submit.notReached, kind: "problem" });
      router.refresh();
    });
  };
  return (
    <div className="flex flex-col gap-4">
      <WayChoice
        {...{ locale, ways, offered, draft, problem }}
        searches={1}
        onChange={(part) => {
          setProblem(null);
          setDraft((now) => ({ ...now, ...part }));
        }}
      />
      <div className="flex gap-2.5 border-b border-hairline pb-3">
        <Icon name="download" className="mt-1" />
        <p className="min-w-0">
          <span className="font-semibold">{walled.supplied}</span>
          <span className="block text-sm text-ink-soft">
            {walled.suppliedHint}{" "}
            <Link href={`/${locale}/desk/supplied`} className="prose-link">
              {walled.suppliedLink}
            </Link>
          </span>
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <Button
          variant="primary"
          icon="retry"
          busy={isSending}
          disabled={isPending || !isOpen(draft.way)}
          onClick={send}
        >
          {isPending ? captures.detail.againRunning : walled.send}
        </Button>
        {mayManage && (
          <Link href={`/${locale}/desk/settings/platforms`} className="prose-link text-sm">
            {words.settingsLink}
          </Link>
        )}
      </div>
    </div>
  );
}

type Refusal = { code: string; details: Readonly<Record<string, unknown>> };
type Sentences = Pick<ReturnType<typeof messages>, "errors" | "submit">;

/** The sentence at the field, where the refusal names one. */
function refusal({ code, details }: Refusal, { errors, submit }: Sentences): string {
  const field = (details.fields as Record<string, string> | undefined)?.way;
  return (
    (field && (submit.problem as Record<string, string>)[field]) ||
    (errors as Record<string, string>)[code] ||
    errors.internal
  );
}
