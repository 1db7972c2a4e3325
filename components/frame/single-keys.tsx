const KEY = "single-keys";

/**
 * Whether single letters act. They can be switched off (WCAG 2.1.4): people who dictate would set them off by
 * speaking. Remembered by the browser, not by the account, because it is about this keyboard.
 */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

/** Remembers the choice. */
export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, "off");
  } catch {
    // Storage is closed (private window): they stay on.
  }
}
