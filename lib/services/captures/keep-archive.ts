import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type NetworkRecorder, recordNetwork } from "#lib/adapters/archive/record-network";
import { writeWacz } from "#lib/adapters/archive/write-wacz";
import { openWarc, type WarcWriter } from "#lib/adapters/archive/write-warc";
import { makeWorkFolder } from "#lib/adapters/browser/work-folder";
import { openFile } from "#lib/adapters/files/file-store";
import type { WaczFacts } from "#lib/core/archive/wacz-package";
import type { CaptureLimits } from "#lib/core/captures/limits";
import type { Extraction, RecognisedSource } from "#lib/core/captures/types";
import { toAppError } from "#lib/errors";
import type { ArtifactGate } from "#lib/services/captures/artifact-gate";
import type { CaptureBrowser } from "#lib/services/captures/browser-runtime";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";
import { softwareVersion } from "#lib/services/captures/software-version";
import { openKey } from "#lib/services/keys/open-key";

/** The web archive of one capture while it is taken. Ending its scope removes what was half made. */
export type CaptureArchive = AsyncDisposable & {
  recorder: Pick<NetworkRecorder, "listen">;
  /** Takes the last bodies over; while the browser is still there. Never throws: `keep` tells what went wrong. */
  endRecording(): Promise<void>;
  /**
   * Keeps `capture.warc.gz` and `capture.wacz`, with the files kept so far inside.
   * A capture stands without its archive: whatever goes wrong is a note, except a full disk.
   * @returns notes for the provenance, in English.
   * @throws AppError `storage_failed`.
   */
  keep(keeper: ArtifactKeeper, found: { finalUrl: string; extraction: Extraction }): Promise<string[]>;
};

/** Which files stand inside the WARC too, so that it is whole without the others. */
const ARCHIVED_ROLES: Partial<Record<string, string>> = {
  screenshot: "screenshot",
  pdf: "pdf",
  dom_html: "dom",
  text: "text",
};

/** Words for every reader of the file, whatever software it was opened with. */
const METHOD = "headers and decoded body as the browser reported them";

/**
 * Begins the archive of a capture: a WARC file in a work folder, and the recorder that fills it.
 * @throws AppError `key_missing`, `storage_failed`, `database_down`.
 */
export async function startArchive(options: {
  source: RecognisedSource;
  limits: Pick<CaptureLimits, "maxBytes">;
  browser: Pick<CaptureBrowser, "version" | "userAgent">;
  addressOf?: (host: string) => string | null;
  /** Takes secrets out of an exchange before it is packed. */
  clean?: ArtifactGate["cleanExchange"];
}): Promise<CaptureArchive> {
  const { source, limits, browser, addressOf, clean } = options;
  const startedAt = new Date();
  // Now, while the database surely answers: a finished capture should not be lost to a key that cannot be read.
  const signer = await openKey("wacz");
  const folder = await makeWorkFolder();
  const software = await softwareName();
  const warcPath = join(folder, "capture.warc.gz");
  const info = {
    software: `${software}; warcio 2`,
    format: "WARC file version 1.1",
    conformsTo: "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    description: `${METHOD}. Headers that can open a session (cookies, authorization) were left out; each record names what was.`,
    "http-header-user-agent": browser.userAgent,
    "daleel-browser": browser.version,
    "daleel-source": source.canonicalUrl,
  };
  const warc: WarcWriter = await openWarc(warcPath, info, startedAt);
  const recorder = recordNetwork({
    sink: async (exchange, body) => {
      const kept = clean ? await clean(exchange, body) : { exchange, body };
      await warc.writeExchange(kept.exchange, kept.body);
    },
    folder,
    maxBytes: limits.maxBytes,
    ...(addressOf ? { addressOf } : {}),
  });
  let ended: ReturnType<NetworkRecorder["finish"]> | undefined;

  async function keepBoth(keeper: ArtifactKeeper, found: { finalUrl: string; extraction: Extraction }) {
    const recording = await (ended ?? recorder.finish());
    if (!recording.main) return ["archive: no document came over the network, so there is nothing to replay"];
    const endedAt = new Date();
    const { main, left } = recording;
    for (const { role, sha256, mediaType } of keeper.kept) {
      const kind = ARCHIVED_ROLES[role];
      const uri = `urn:${kind}:${main.url}`;
      if (kind) await warc.writeFile({ uri, mediaType, at: endedAt, body: { open: () => readStored(sha256) } });
    }
    const indexLines = await warc.close();
    await keeper.keep({
      role: "warc",
      name: "capture.warc.gz",
      mediaType: "application/warc+gzip",
      content: { path: warcPath },
    });
    const { title, text } = found.extraction;
    const facts: WaczFacts = {
      title: title ?? source.label,
      description: `Capture of ${source.canonicalUrl}; ${METHOD}.`,
      created: endedAt,
      software,
      main: { url: main.url, at: main.sentAt },
    };
    const path = join(folder, "capture.wacz");
    await writeWacz(path, { warcPath, indexLines, facts, text, signer });
    await keeper.keep({ role: "wacz", name: "capture.wacz", mediaType: "application/wacz", content: { path } });
    return left > 0
      ? [`archive: ${left} answers had not ended when the recording did; they are marked as truncated`]
      : [];
  }

  return {
    recorder,
    async endRecording() {
      ended ??= recorder.finish();
      await ended.catch(() => undefined);
    },
    async keep(keeper, found) {
      try {
        return await keepBoth(keeper, found);
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.code === "storage_failed") throw error;
        return [`archive: ${error.message}`];
      }
    },
    async [Symbol.asyncDispose]() {
      await warc.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

async function softwareName(): Promise<string> {
  const { version, commit } = await softwareVersion();
  return `Daleel ${version}${commit ? ` (${commit.slice(0, 12)})` : ""}`;
}

async function* readStored(sha256: string): AsyncGenerator<Uint8Array> {
  yield* (await openFile(sha256)).stream;
}
