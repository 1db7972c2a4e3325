"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Card } from "#components/ui/card";
import { useToast } from "#components/ui/toast";
import { withCaptures } from "#lib/core/cases/exhibit-captures";
import { type CaseProblem, findCaseProblems } from "#lib/core/cases/find-case-problems";
import { CASE_LOCALES } from "#lib/core/cases/types";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseForDesk } from "#lib/services/cases/get-case";
import { ClaimsSection } from "./claims-section";
import { ConflictDialog } from "./conflict-dialog";
import { anchorOf, EditorProvider, type LanguageView } from "./editor-context";
import { EditorHeader } from "./editor-header";
import { EditorNotices } from "./editor-notices";
import { ExhibitsSection } from "./exhibits-section";
import { HeadingSection } from "./heading-section";
import { LanguagePanes } from "./language-panes";
import { MethodSection } from "./method-section";
import { NotesThread } from "./notes-thread";
import { ReviewPanel } from "./review-panel";
import { RevisionsList } from "./revisions-list";
import { StoryEditor } from "./story-editor";
import { TimelineSection } from "./timeline-section";
import { useCaseDraft } from "./use-case-draft";

type Props = { locale: Locale; caseFile: CaseForDesk };

/** The whole editor of one case file. */
export function CaseEditor({ locale, caseFile }: Props) {
  const { cases } = messages(locale);
  const router = useRouter();
  const toast = useToast();
  const onMerged = useCallback(
    (savedBy: string) => {
      toast.show({ title: messages(locale).cases.editor.merged(savedBy) });
      // Exhibits that came with the other's version are only known by their ids until the page is read again.
      router.refresh();
    },
    [locale, router, toast.show],
  );
  const { draft, state, conflict, localCopy, epochs, change, saveNow, adopt, resolve, decideOnCopy, currentVersion } =
    useCaseDraft(caseFile.id, caseFile, onMerged);
  const [stored, setStored] = useState(caseFile.exhibits);
  useEffect(() => {
    setStored(caseFile.exhibits);
    if (caseFile.version <= currentVersion()) return;
    adopt({ draft: caseFile.draft, version: caseFile.version, savedBy: caseFile.lastEditedBy });
  }, [adopt, caseFile, currentVersion]);
  const [view, setView] = useState<LanguageView>("both");
  const [isDeciding, setDeciding] = useState(true);
  const languages = CASE_LOCALES.filter((language) => language !== draft.absentLocale);
  // Numbered as the draft orders them now, not as they were loaded.
  const exhibits = useMemo(() => {
    const known = draft.exhibits.flatMap(({ id }) => stored.find((exhibit) => exhibit.id === id) ?? []);
    return known.map((exhibit, i) => ({ ...exhibit, number: i + 1 }));
  }, [draft.exhibits, stored]);
  const problems = useMemo(() => findCaseProblems(withCaptures(draft, exhibits)), [draft, exhibits]);
  const readOnly = !caseFile.can.edit;

  /** Shows the language a problem is about, then goes to its field. */
  function jumpTo(problem: CaseProblem): void {
    const isNarrow = !window.matchMedia("(min-width: 64rem)").matches;
    if (problem.locale && view !== problem.locale && (view !== "both" || isNarrow)) setView(problem.locale);
    requestAnimationFrame(() => {
      const place = document.getElementById(anchorOf(problem)) ?? document.getElementById(`part-${problem.area}`);
      place?.scrollIntoView({ block: "center" });
      place
        ?.querySelector<HTMLElement>("input, textarea, select, [contenteditable=true], button")
        ?.focus({ preventScroll: true });
    });
  }

  function onExhibitsChanged(fresh: CaseForDesk): void {
    setStored(fresh.exhibits);
    adopt({ draft: fresh.draft, version: fresh.version, savedBy: fresh.lastEditedBy });
  }

  const part = (name: Exclude<keyof typeof cases.parts, "review">, content: React.ReactNode) => (
    <div id={`part-${name}`} className="scroll-mt-44 md:scroll-mt-32">
      <Card title={cases.parts[name]}>{content}</Card>
    </div>
  );
  return (
    <EditorProvider value={{ caseId: caseFile.id, locale, view, draft, change, exhibits, languages, readOnly }}>
      <EditorHeader caseFile={caseFile} saveState={state} onView={setView} onRetry={saveNow} />
      <EditorNotices
        caseFile={caseFile}
        localCopy={localCopy}
        onCopy={decideOnCopy}
        isConflictWaiting={conflict !== null && !isDeciding}
        onDecide={() => setDeciding(true)}
      />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-10">
          {part("heading", <HeadingSection isSlugFixed={caseFile.published !== null} />)}
          {part(
            "story",
            <LanguagePanes>
              {(language) => (
                <div
                  id={anchorOf({ area: "story", itemId: null, field: "story", locale: language })}
                  className="scroll-mt-44 md:scroll-mt-32"
                >
                  <StoryEditor
                    key={`${epochs[language]} ${readOnly}`}
                    language={language}
                    story={draft.story[language]}
                    onChange={(story) => change((now) => ({ ...now, story: { ...now.story, [language]: story } }))}
                  />
                </div>
              )}
            </LanguagePanes>,
          )}
          {part("claims", <ClaimsSection />)}
          {part("timeline", <TimelineSection />)}
          {part("exhibits", <ExhibitsSection saveFirst={saveNow} onChanged={onExhibitsChanged} />)}
          {part("method", <MethodSection />)}
        </div>
        <aside className="flex min-w-0 flex-col gap-8 xl:sticky xl:top-28 xl:max-h-[calc(100dvh-8rem)] xl:self-start xl:overflow-y-auto xl:pe-1">
          <ReviewPanel
            locale={locale}
            caseFile={caseFile}
            draft={draft}
            problems={problems}
            onJump={jumpTo}
            saveFirst={saveNow}
            version={currentVersion}
            onMoved={() => router.refresh()}
          />
          {part("notes", <NotesThread locale={locale} caseFile={caseFile} onAdded={() => router.refresh()} />)}
          {part("revisions", <RevisionsList locale={locale} caseFile={caseFile} />)}
        </aside>
      </div>
      {conflict && (
        <ConflictDialog
          key={conflict.version}
          locale={locale}
          mine={draft}
          conflict={conflict}
          open={isDeciding}
          onOpenChange={setDeciding}
          onResolve={(takeTheirs) => {
            resolve(takeTheirs);
            setDeciding(true);
          }}
        />
      )}
    </EditorProvider>
  );
}
