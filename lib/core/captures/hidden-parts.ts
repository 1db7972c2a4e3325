/** Why something is hidden for the picture without bars. */
export const HIDING_REASONS = ["known", "consent", "sign_in", "backdrop", "scroll_lock"] as const;
export type HidingReason = (typeof HIDING_REASONS)[number];

/** One thing that was hidden for the second picture. Sizes in CSS px; `text` is an excerpt of what it said. */
export type HiddenPart = { selector: string; text: string; width: number; height: number; reason: HidingReason };
