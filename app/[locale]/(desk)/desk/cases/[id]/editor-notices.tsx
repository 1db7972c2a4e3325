"use client";

import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { formatTime } from "#lib/i18n/format";
import { messages } from "#lib/i18n/messages";
import type { CaseForDesk } from "#lib/services/cases/get-case";
import { useEditor } from "./editor-context";
import type { LocalCopy } from "./local-copy";

type Props = {
  caseFile: CaseForDesk;
  localCopy: LocalCopy | null;
  onCopy: (take: boolean) => void;
  isConflictWaiting: boolean;
  onDecide: () => void;
};

/** What needs a decision before writing goes on: unsaved text of this browser, two versions, a frozen case. */
export function EditorNotices({ caseFile, localCopy, onCopy, isConflictWaiting, onDecide }: Props) {
  const { locale, readOnly } = useEditor();
  const { cases } = messages(locale);
  const words = cases.editor;
  return (
    <div className="mb-6 flex flex-col gap-3 empty:hidden">
      {readOnly && (
        <Notice tone="info" title={words.readOnly}>
          {cases.statusHint[caseFile.status]}
        </Notice>
      )}
      {localCopy && !readOnly && (
        <Notice tone="warn" live title={words.localFound}>
          <p>{words.localFoundBody(formatTime(locale, localCopy.at))}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onCopy(true)}>
              {words.localTake}
            </Button>
            <Button size="sm" variant="quiet" onClick={() => onCopy(false)}>
              {words.localDrop}
            </Button>
          </p>
        </Notice>
      )}
      {isConflictWaiting && (
        <Notice tone="warn" live title={cases.conflict.waiting}>
          <Button size="sm" className="mt-2" onClick={onDecide}>
            {cases.conflict.decide}
          </Button>
        </Notice>
      )}
    </div>
  );
}
