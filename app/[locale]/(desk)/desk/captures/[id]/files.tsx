import { FoldedCard } from "#components/ui/folded-card";
import { Hash } from "#components/ui/hash";
import { Icon } from "#components/ui/icon";
import { Cell, HeaderCell, Table, TableHead, TableRow } from "#components/ui/table";
import { formatBytes } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaptureDetail } from "#lib/services/captures/get-capture";

/** The files of a capture: what each is, its size and hash, opening and saving it. */
export function Files({ locale, capture }: { locale: Locale; capture: CaptureDetail }) {
  const { captures, common, evidence } = messages(locale);
  const { detail } = captures;
  return (
    <FoldedCard title={detail.files} aside={detail.fileCount(capture.artifacts.length)}>
      <p className="mb-3 max-w-measure text-sm text-ink-soft">{detail.filesLead}</p>
      <Table label={detail.files}>
        <TableHead>
          <HeaderCell>{detail.role}</HeaderCell>
          <HeaderCell>{detail.size}</HeaderCell>
          <HeaderCell>{evidence.hash}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{common.actions.open}</span>
          </HeaderCell>
        </TableHead>
        <tbody>
          {capture.artifacts.map((file) => (
            <TableRow key={file.id}>
              <Cell className="min-w-44">
                <a href={`/api/artifacts/${file.id}`} target="_blank" rel="noreferrer" className="prose-link">
                  {captures.role[file.role] ?? file.role}
                </a>
                <p className="text-sm text-ink-faint">
                  <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
                    {file.name}
                  </bdi>
                </p>
              </Cell>
              <Cell className="whitespace-nowrap tabular-nums">
                <bdi>{formatBytes(locale, file.bytes)}</bdi>
              </Cell>
              <Cell>
                <Hash
                  value={file.sha256}
                  short
                  copy={{ label: evidence.copyHash, copiedLabel: evidence.hashCopied }}
                  className="text-sm whitespace-nowrap"
                />
              </Cell>
              <Cell className="text-end whitespace-nowrap">
                <a
                  href={`/api/artifacts/${file.id}?save=1`}
                  className="inline-flex min-h-7 items-center gap-1.5 text-sm text-ink-soft hover:underline"
                >
                  <Icon name="download" /> {detail.save}
                  <span className="sr-only">{file.name}</span>
                </a>
              </Cell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </FoldedCard>
  );
}
