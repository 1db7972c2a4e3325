/** What folding does with one UTF-16 unit: another unit, or one of the three below. */
export const DROP = 0;
export const SPACE = 0x20;
/** Half of a surrogate pair: the caller looks at the whole code point. */
export const SURROGATE = 0xfffe;

const UNKNOWN = 0xffff;
const outputs = new Uint16Array(65_536).fill(UNKNOWN);
const kinds = new Uint8Array(65_536);

const IS_LETTER = 1;

/** Letters that are written in several ways and meant as one. Presentation forms are gone by then (NFKC). */
const LETTERS: Record<string, string> = {
  // alef with madda, hamza, wasla, wavy hamza
  آأإٱٲٳ: "ا",
  // alef maqsura; Persian, Urdu and Pashto ya; ya with hamza
  ىیېےۓئ: "ي",
  // ta marbuta; Persian and Urdu heh in their forms
  ةہۂھۀەۃ: "ه",
  // keheh, swash kaf
  کڪ: "ك",
  ؤ: "و",
};

const letterOf = new Map<string, string>();
for (const [forms, letter] of Object.entries(LETTERS)) for (const form of forms) letterOf.set(form, letter);

/** Vowel signs and Quranic marks: every combining mark of the Arabic script. */
const ARABIC_MARK = /^[\p{M}&&\p{Script_Extensions=Arabic}]$/v;
/** Marks that no precomposed letter took in: stacked accents ("zalgo"). */
const STACKED_MARK = /^[[\p{M}&&\p{Script=Inherited}]\p{Me}]$/v;
const FORMAT = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const EMOJI = /^[\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u;
const WORD = /^[\p{L}\p{N}\p{M}]$/u;
const TATWEEL = "ـ";

/** Whether a code point is (a part of) an emoji, digits and signs of keycaps excepted. */
export function isEmoji(character: string): boolean {
  return EMOJI.test(character);
}

/** Whether a code point belongs to words. Vowel signs of Indic scripts and the like are kept: they carry meaning. */
export function isWordCharacter(character: string): boolean {
  return WORD.test(character);
}

/** The folded form of one UTF-16 unit that went through NFKC. */
export function foldUnit(unit: number): number {
  const known = outputs[unit] ?? UNKNOWN;
  return known === UNKNOWN ? learn(unit) : known;
}

/** A folded unit that is a letter. */
export function isLetterUnit(unit: number): boolean {
  foldUnit(unit);
  return ((kinds[unit] ?? 0) & IS_LETTER) !== 0;
}

/** The tables fill as characters turn up: few of the 65,536 ever do. */
function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  if (/^\p{L}$/u.test(character)) kinds[unit] = IS_LETTER;
  const output = outputOf(character, unit);
  outputs[unit] = output;
  return output;
}

function outputOf(character: string, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return SURROGATE;
  if (/^[\s\u0085]$/.test(character)) return SPACE;
  if (/^\p{Cc}$/u.test(character) || FORMAT.test(character)) return DROP;
  if (character === TATWEEL || ARABIC_MARK.test(character) || STACKED_MARK.test(character)) return DROP;
  const letter = letterOf.get(character);
  if (letter) return letter.charCodeAt(0);
  if (unit >= 0x660 && unit <= 0x669) return unit - 0x660 + 0x30;
  if (unit >= 0x6f0 && unit <= 0x6f9) return unit - 0x6f0 + 0x30;
  if (!WORD.test(character)) return SPACE;
  // Only İ grows when lowered, by a dot that is a stacked mark.
  return character.toLowerCase().charCodeAt(0);
}
