import { artifactDownloadHref, listCaptures } from "#components/case/exhibit-facts";
import { revisionDataPath } from "#lib/core/cases/case-path";
import { formatBytes } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotArtifact, SnapshotExhibit } from "#lib/schemas/case-snapshot";

function Command({ children }: { children: string }) {
  return (
    <pre dir="ltr" className="whitespace-pre-wrap break-all bg-wash px-3 py-2 text-start font-mono text-sm">
      <code>{children}</code>
    </pre>
  );
}

type File = { artifact: SnapshotArtifact; name: string };

/** File names repeat over captures, so each is saved under the end of its capture's id and its own name. */
function listFiles(exhibits: readonly SnapshotExhibit[]): File[] {
  return listCaptures(exhibits).flatMap((capture) =>
    capture.artifacts.map((artifact) => ({ artifact, name: `${capture.captureId.slice(-12)}-${artifact.name}` })),
  );
}

function FileList({ files, locale }: { files: readonly File[]; locale: Locale }) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {files.map(({ artifact, name }) => (
        <li key={artifact.id} className="grid gap-x-4 py-2 text-sm sm:grid-cols-[1fr_auto]">
          <a className="prose-link justify-self-start" href={artifactDownloadHref(artifact.id)} download>
            <bdi dir="ltr" className="break-all font-mono">
              {name}
            </bdi>
          </a>
          <bdi className="text-ink-faint">{formatBytes(locale, artifact.bytes)}</bdi>
          <bdi dir="ltr" className="break-all font-mono text-xs text-ink-soft sm:col-span-2 rtl:text-end">
            {artifact.sha256}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

type CheckProps = {
  slug: string;
  revisionNumber: number;
  revisionSha256: string;
  exhibits: readonly SnapshotExhibit[];
  origin: string;
  locale: Locale;
};

/** How anybody can check the files with tools they have: plain steps, and every file with its SHA-256. */
export function Check({ slug, revisionNumber, revisionSha256, exhibits, origin, locale }: CheckProps) {
  const t = messages(locale).reader.check;
  const files = listFiles(exhibits);
  const example = files[0];
  return (
    <div className="space-y-5">
      <p className="text-base text-ink-soft">{t.lead}</p>
      {example ? (
        <>
          <ol className="list-decimal space-y-3 ps-6 text-base">
            <li>{t.step1}</li>
            <li className="space-y-2">
              <p>{t.step2}</p>
              <Command>{`sha256sum ${example.name}`}</Command>
            </li>
            <li>{t.step3}</li>
          </ol>
          <details className="text-base">
            <summary className="font-semibold">
              {t.listTitle} · {t.files(files.length)}
            </summary>
            <div className="mt-3">
              <FileList files={files} locale={locale} />
            </div>
          </details>
          <details className="text-base print-hidden">
            <summary className="font-semibold">{t.all}</summary>
            <div className="mt-3 space-y-2">
              <p>{t.allHow}</p>
              <Command>{files.map(({ artifact, name }) => `${artifact.sha256}  ${name}`).join("\n")}</Command>
              <Command>sha256sum --check SHA256SUMS</Command>
            </div>
          </details>
        </>
      ) : (
        <p className="text-base">{t.none}</p>
      )}
      <div className="space-y-2">
        <p className="text-base">{t.revision}</p>
        <Command>{`curl -s ${origin}${revisionDataPath(slug, revisionNumber)} | sha256sum\n${revisionSha256}  -`}</Command>
      </div>
      <p className="text-base text-ink-soft">{t.means}</p>
    </div>
  );
}
