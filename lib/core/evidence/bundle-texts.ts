/** What the words in a bundle can speak of. */
export type BundleFacts = {
  captureId: string;
  /** The address that was captured. */
  url: string;
  /** RFC 3339, UTC. */
  capturedAt: string;
  manifestSha256: string;
  /** Every other file in it. */
  paths: readonly string[];
};

/** VERIFY.txt and VERIFY.html; they are words, so they come from the dictionaries (lib/i18n/bundle-texts.ts). */
export type BundleTexts = { text(facts: BundleFacts): string; page(facts: BundleFacts): string };
