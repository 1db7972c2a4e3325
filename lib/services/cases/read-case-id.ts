import { AppError } from "#lib/errors";
import { caseIdInput } from "#lib/schemas/case-inputs";

/**
 * A case's id out of an address.
 * @throws AppError `not_found`: an address with nonsense in it leads nowhere, like one of a case that is not there.
 */
export function readCaseId(caseId: string): string {
  const result = caseIdInput.safeParse({ caseId });
  if (!result.success) throw new AppError("not_found", `No case id: ${caseId}`);
  return result.data.caseId;
}
