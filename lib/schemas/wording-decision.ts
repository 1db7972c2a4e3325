import { z } from "zod";

/** An editor's word on two wordings. */
export const wordingDecisionInput = z
  .object({
    wordingId: z.uuid(),
    otherWordingId: z.uuid(),
    verdict: z.enum(["same", "not_the_same"]),
  })
  .refine(({ wordingId, otherWordingId }) => wordingId !== otherWordingId, {
    path: ["otherWordingId"],
    error: "must be another wording",
  });

export const withdrawDecisionInput = z.object({ decisionId: z.uuid() });
