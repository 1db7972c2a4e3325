const MAX_LENGTH = 80;

/** Whether a text can be a case file's address: lower-case Latin letters and digits in groups joined by single hyphens. */
export function isSlug(value: string): boolean {
  return value.length >= 3 && value.length <= MAX_LENGTH && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}

/**
 * An address proposed from an English title, cut between words.
 * @param title any text; accents are dropped, letters of other scripts left out.
 * @param fallback used when too little is left; must be a slug.
 */
export function suggestSlug(title: string, fallback: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > MAX_LENGTH - 20) break;
    slug = longer;
  }
  return isSlug(slug) ? slug : fallback;
}
