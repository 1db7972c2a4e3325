import { OnDemand } from "#components/evidence/on-demand";
import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const VIEWER_SOURCE = "https://github.com/webrecorder/replayweb.page";

type Props = { locale: Locale; address: string; isSupplied?: boolean };

/**
 * A recording, opened when somebody asks for it. The frame may neither leave its place nor open windows; what it shows
 * comes from the evidence origin.
 * @param address of the recording's file, of a capture or a supplied one.
 */
export function ReplayFrame({ locale, address, isSupplied = false }: Props) {
  const { replay } = messages(locale);
  return (
    <OnDemand
      // One at a time: opening a recording takes away what the one before left in the browser.
      group="replay"
      className="print:hidden"
      summary={
        <span className="inline-flex min-h-8 items-center gap-1.5 font-semibold underline decoration-hairline underline-offset-4 group-hover:decoration-current">
          <Icon name="archive" className="size-4" />
          {replay.open}
        </span>
      }
    >
      <p className="mt-2 mb-3 max-w-measure text-sm text-ink-soft">{isSupplied ? replay.leadSupplied : replay.lead}</p>
      <iframe
        src={`${address}/replay?lang=${locale}`}
        title={replay.frameTitle}
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
      <noscript>{replay.viewer.noScript}</noscript>
    </OnDemand>
  );
}
