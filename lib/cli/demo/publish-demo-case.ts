import { DEMO_CASE, writeDemoCase } from "#lib/cli/demo/demo-case";
import type { DemoPeople } from "#lib/cli/demo/demo-people";
import { addExhibit } from "#lib/services/cases/add-exhibit";
import { createCase } from "#lib/services/cases/create-case";
import { getCase } from "#lib/services/cases/get-case";
import { publishCase } from "#lib/services/cases/publish-case";
import { saveCase } from "#lib/services/cases/save-case";
import { submitForReview } from "#lib/services/cases/submit-for-review";

/** What the captures brought that the case file shows. */
export type DemoEvidence = {
  postCaptureId: string;
  hashtagCaptureId: string;
  articleCaptureId: string;
  wordingId: string;
};

/** The editor writes the case file and asks for review. @returns its id. */
export async function buildDemoCase({ editor }: DemoPeople, evidence: DemoEvidence): Promise<string> {
  const { id: caseId } = await createCase(editor, { ...DEMO_CASE, isSample: true });
  const add = async (target: object) => (await addExhibit(editor, { caseId, target })).exhibitId;
  const exhibits = {
    first: await add({ kind: "capture", captureId: evidence.postCaptureId }),
    wording: await add({ kind: "wording", wordingId: evidence.wordingId }),
    hashtag: await add({ kind: "capture", captureId: evidence.hashtagCaptureId }),
    article: await add({ kind: "capture", captureId: evidence.articleCaptureId }),
  };
  const { version, draft } = await getCase(editor, caseId);
  const saved = await saveCase(editor, { caseId, version, draft: writeDemoCase(draft, exhibits) });
  await submitForReview(editor, { caseId, version: saved.version });
  return caseId;
}

/** The second person publishes what is in review. */
export async function publishAsSecondPerson({ publisher }: DemoPeople, caseId: string): Promise<{ slug: string }> {
  const { version } = await getCase(publisher, caseId);
  return publishCase(publisher, { caseId, version });
}
