/** The newsroom's scale, from holding to not checkable. Stored as written here; each has words and a stamp of its own. */
export const VERDICTS = ["true", "mostly_true", "misleading", "false", "unproven", "cannot_be_checked"] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Whether a stored word is on the scale. */
export function isVerdict(value: string | null | undefined): value is Verdict {
  return (VERDICTS as readonly string[]).includes(value ?? "");
}
