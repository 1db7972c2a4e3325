import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const VIEWER_SOURCE = "https://github.com/webrecorder/replayweb.page";

/**
 * A recording, opened when somebody asks for it: without a script of ours, a frame that is not shown is not loaded.
 * The frame may neither leave its place nor open windows; what it shows comes from the evidence origin.
 * @param waczId the artifact.
 */
export function ReplayFrame({ locale, waczId }: { locale: Locale; waczId: string }) {
  const { replay } = messages(locale);
  return (
    // One at a time: opening a recording takes away what the one before left in the browser.
    <details name="replay" className="group print:hidden">
      <summary className="inline-flex min-h-8 cursor-pointer list-none items-center gap-1.5 font-semibold underline decoration-hairline underline-offset-4 hover:decoration-current [&::-webkit-details-marker]:hidden">
        <Icon name="archive" className="size-4" />
        {replay.open}
      </summary>
      <p className="mt-2 mb-3 max-w-measure text-sm text-ink-soft">{replay.lead}</p>
      <iframe
        src={`/api/artifacts/${waczId}/replay?lang=${locale}`}
        title={replay.frameTitle}
        loading="lazy"
        sandbox="allow-scripts allow-same-origin"
        referrerPolicy="no-referrer"
        className="h-[min(48rem,85vh)] w-full border border-edge bg-sheet"
      />
      <p className="mt-2 text-sm text-ink-faint">
        {replay.credit}{" "}
        <a className="prose-link" href="/replay/viewer/LICENSE">
          {replay.licence}
        </a>{" "}
        ·{" "}
        <a className="prose-link" href={VIEWER_SOURCE} rel="noopener noreferrer external">
          {replay.source}
        </a>
      </p>
    </details>
  );
}
