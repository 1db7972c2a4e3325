"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { mergeCaseDrafts } from "#lib/core/cases/draft-parts";
import { sameData } from "#lib/core/cases/merge-drafts";
import { CASE_LOCALES } from "#lib/core/cases/types";
import type { ErrorCode } from "#lib/errors";
import { type CaseDraft, caseDraft } from "#lib/schemas/case-draft";
import { saveCaseAction } from "../actions";
import { dropLocalCopy, type LocalCopy, readLocalCopy, writeLocalCopy } from "./local-copy";

const PAUSE_MS = 1_200;
const RETRY_MS = 8_000;

export type SaveState =
  | { kind: "saved"; at: Date | null }
  | { kind: "unsaved" | "saving" | "conflict" }
  | { kind: "failed"; code: ErrorCode | "offline" };

/** Two versions of the same parts, waiting for a person to choose. */
export type DraftConflict = { base: CaseDraft; theirs: CaseDraft; version: number; savedBy: string; clashes: string[] };

export type SharedVersion = { draft: CaseDraft; version: number; savedBy: string };

/**
 * A case draft that saves itself: a moment after the last keystroke, again when it failed, and merged when somebody else
 * saved meanwhile. Where both changed the same part, it stops and asks.
 */
export function useCaseDraft(
  caseId: string,
  initial: { draft: CaseDraft; version: number },
  onMerged: (savedBy: string) => void,
) {
  const [draft, setDraft] = useState(initial.draft);
  const [state, setState] = useState<SaveState>({ kind: "saved", at: null });
  const [conflict, setConflict] = useState<DraftConflict | null>(null);
  const [localCopy, setLocalCopy] = useState<LocalCopy | null>(null);
  /** Raised when a story changes from outside its editor, which then starts anew with it. */
  const [epochs, setEpochs] = useState({ en: 0, ar: 0 });
  const live = useRef({ draft: initial.draft, base: initial.draft, version: initial.version, isAsking: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean> | null>(null);
  const offersCopy = useRef(false);

  const replace = useCallback((next: CaseDraft) => {
    const changed = CASE_LOCALES.filter((locale) => !sameData(live.current.draft.story[locale], next.story[locale]));
    live.current.draft = next;
    setDraft(next);
    if (changed.length === 0) return;
    setEpochs((now) => ({
      en: now.en + (changed.includes("en") ? 1 : 0),
      ar: now.ar + (changed.includes("ar") ? 1 : 0),
    }));
  }, []);

  /** Puts a version that somebody saved under what was typed here. @returns whether it went without a question. */
  const takeUnder = useCallback(
    (theirs: SharedVersion, base: CaseDraft, mine: CaseDraft): boolean => {
      const { merged, clashes } = mergeCaseDrafts(base, mine, theirs.draft);
      if (clashes.length > 0) {
        live.current.isAsking = true;
        setConflict({ base, theirs: theirs.draft, version: theirs.version, savedBy: theirs.savedBy, clashes });
        setState({ kind: "conflict" });
        return false;
      }
      Object.assign(live.current, { base: theirs.draft, version: theirs.version });
      replace(caseDraft.parse(merged));
      return true;
    },
    [replace],
  );

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { draft: sent, version } = live.current;
    setState({ kind: "saving" });
    const result = await saveCaseAction({ caseId, version, draft: sent }).catch(() => null);
    if (result?.ok) {
      Object.assign(live.current, { base: sent, version: result.data.version });
      if (live.current.draft !== sent) return saveOnce();
      if (!offersCopy.current) dropLocalCopy(caseId);
      setState({ kind: "saved", at: new Date() });
      return true;
    }
    if (result?.error.code === "conflict") {
      const { version: theirVersion, savedBy, draft: theirDraft } = result.error.details;
      const name = String(savedBy);
      const theirs = { draft: caseDraft.parse(theirDraft), version: Number(theirVersion), savedBy: name };
      if (!takeUnder(theirs, live.current.base, live.current.draft)) return false;
      onMerged(name);
      return saveOnce();
    }
    setState({ kind: "failed", code: result ? result.error.code : "offline" });
    if (!result || result.error.code === "database_down")
      timer.current = setTimeout(() => void flush.current(), RETRY_MS);
    return false;
  }, [caseId, onMerged, takeUnder]);

  const flush = useRef(async (): Promise<boolean> => true);
  flush.current = async () => {
    clearTimeout(timer.current);
    await running.current;
    if (live.current.isAsking) return false;
    if (sameData(live.current.draft, live.current.base)) {
      if (!offersCopy.current) dropLocalCopy(caseId);
      setState((now) => (now.kind === "unsaved" ? { kind: "saved", at: new Date() } : now));
      return true;
    }
    running.current = saveOnce().finally(() => {
      running.current = null;
    });
    return running.current;
  };
  const saveNow = useCallback(() => flush.current(), []);

  const touch = useCallback(() => {
    const { draft: typed, base, isAsking } = live.current;
    if (!offersCopy.current) writeLocalCopy(caseId, { base, draft: typed, at: new Date().toISOString() });
    if (isAsking) return;
    setState({ kind: "unsaved" });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush.current(), PAUSE_MS);
  }, [caseId]);

  const change = useCallback(
    (next: (draft: CaseDraft) => CaseDraft) => {
      live.current.draft = next(live.current.draft);
      setDraft(live.current.draft);
      touch();
    },
    [touch],
  );

  /** Takes the case as the server has it after another action, under what was typed here. */
  const adopt = useCallback(
    (theirs: SharedVersion) => {
      if (!takeUnder(theirs, live.current.base, live.current.draft)) return;
      if (sameData(live.current.draft, live.current.base)) setState({ kind: "saved", at: new Date() });
      else touch();
    },
    [takeUnder, touch],
  );

  const resolve = useCallback(
    (takeTheirs: string[]) => {
      if (!conflict) return;
      const { base, theirs, version } = conflict;
      const { merged } = mergeCaseDrafts(base, live.current.draft, theirs, takeTheirs);
      Object.assign(live.current, { base: theirs, version, isAsking: false });
      setConflict(null);
      replace(caseDraft.parse(merged));
      touch();
      void flush.current();
    },
    [conflict, replace, touch],
  );

  const decideOnCopy = useCallback(
    async (take: boolean) => {
      const copy = localCopy;
      offersCopy.current = false;
      setLocalCopy(null);
      if (!copy || !take) return dropLocalCopy(caseId);
      await flush.current();
      const now = { draft: live.current.base, version: live.current.version, savedBy: "" };
      if (takeUnder(now, copy.base, copy.draft)) touch();
      else live.current.draft = copy.draft;
    },
    [caseId, localCopy, takeUnder, touch],
  );

  useEffect(() => {
    const copy = readLocalCopy(caseId);
    if (!copy) return;
    if (sameData(copy.draft, live.current.base)) return dropLocalCopy(caseId);
    offersCopy.current = true;
    setLocalCopy(copy);
  }, [caseId]);

  const isSafe = state.kind === "saved";
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isSafe) event.preventDefault();
    };
    const onHide = () => {
      if (document.visibilityState === "hidden") void flush.current();
    };
    window.addEventListener("beforeunload", onLeave);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      window.removeEventListener("beforeunload", onLeave);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [isSafe]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const currentVersion = useCallback(() => live.current.version, []);
  return { draft, state, conflict, localCopy, epochs, change, saveNow, adopt, resolve, decideOnCopy, currentVersion };
}
