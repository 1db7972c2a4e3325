/** Why a timestamp authority gave no answer at all; the words are in lib/i18n/messages/<locale>/proof.ts. */
export const ASKING_PROBLEMS = ["unreachable", "too_slow", "http_status", "redirected", "too_large"] as const;
export type AskingProblem = (typeof ASKING_PROBLEMS)[number];
