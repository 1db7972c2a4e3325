"use client";

import { useCallback, useRef, useState } from "react";
import type { ErrorCode } from "#lib/errors";

/** What is said about all files of one sending. */
export type UploadWords = { origin: string; note: string; claimedUrl: string; claimedAt: string };

export type Upload = {
  key: string;
  file: File;
  state:
    | { kind: "waiting" }
    | { kind: "sending"; percent: number }
    | { kind: "done"; id: string; isNew: boolean }
    | { kind: "stopped" }
    | { kind: "refused"; code: ErrorCode; fields: Record<string, string> };
};

type Answer = {
  id?: string;
  isNew?: boolean;
  error?: { code: ErrorCode; details: { fields?: Record<string, string> } };
};

let lastKey = 0;

/**
 * Files on their way to the server, one after the other, each with its progress. Files that failed can be sent again.
 * @param maxBytes a larger file is not sent at all: the server would hang up in the middle of it, without a word.
 */
export function useUploads(maxBytes: number) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [isBusy, setBusy] = useState(false);
  const running = useRef<{ key: string; request: XMLHttpRequest } | null>(null);
  const set = useCallback((key: string, state: Upload["state"]) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, state } : one)));
  }, []);

  const add = (files: Iterable<File>) => {
    const fresh = [...files].map((file): Upload => ({ key: String(++lastKey), file, state: { kind: "waiting" } }));
    setUploads((all) => [...all, ...fresh]);
  };
  const remove = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));
  const stop = (key: string) => {
    if (running.current?.key === key) running.current.request.abort();
  };
  const again = (key: string) => set(key, { kind: "waiting" });
  const send = async (words: UploadWords) => {
    setBusy(true);
    let kept = 0;
    for (const { key, file } of uploads.filter(({ state }) => state.kind === "waiting")) {
      if (file.size > maxBytes) {
        set(key, { kind: "refused", code: "file_too_large", fields: {} });
        continue;
      }
      set(key, { kind: "sending", percent: 0 });
      const state = await sendOne(file, words, {
        onRequest: (request) => {
          running.current = { key, request };
        },
        onProgress: (percent) => set(key, { kind: "sending", percent }),
      });
      running.current = null;
      if (state.kind === "done") kept++;
      set(key, state);
    }
    setBusy(false);
    return kept;
  };
  return { uploads, isBusy, add, remove, stop, again, send };
}

/** XMLHttpRequest, because fetch does not tell how much of a body went out. */
function sendOne(
  file: File,
  words: UploadWords,
  on: { onRequest: (request: XMLHttpRequest) => void; onProgress: (percent: number) => void },
): Promise<Upload["state"]> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    on.onRequest(request);
    const about = new URLSearchParams({ ...words, fileName: file.name });
    request.open("POST", `/api/supplied?${about}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) =>
      on.onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 100);
    request.onabort = () => resolve({ kind: "stopped" });
    request.onerror = () => resolve({ kind: "refused", code: "not_reached", fields: {} });
    request.onload = () => {
      const answer = (request.response ?? {}) as Answer;
      if (answer.id) return resolve({ kind: "done", id: answer.id, isNew: answer.isNew ?? true });
      const { code = "internal", details } = answer.error ?? {};
      resolve({ kind: "refused", code, fields: details?.fields ?? {} });
    };
    request.send(file);
  });
}
