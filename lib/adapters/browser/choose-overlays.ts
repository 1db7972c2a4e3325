import { consentWords } from "#lib/adapters/platforms/html/consent-words";
import { foldWords } from "#lib/adapters/platforms/html/fold-words";
import type { HidingReason } from "#lib/core/captures/hidden-parts";

/** Something that lies over the page, as it was found there. Sizes in CSS px. */
export type Overlay = {
  /** How it is found again. */
  mark: number;
  selector: string;
  /** What it says, cut to some thousand characters. */
  text: string;
  width: number;
  height: number;
  /** A consent manager or a sheet that is known by its markup. */
  isKnown: boolean;
  /** Says of itself that it is a dialog. */
  isDialog: boolean;
  /** Navigation, a header, a footer of the site. */
  isFurniture: boolean;
  /** Pictures, films or drawings are in it. */
  hasMedia: boolean;
};

const SIGN_IN =
  /\b(?:log in|sign in|sign up|create (?:an? )?account|join (?:today|now)|don't miss what's happening)\b|تسجيل الدخول|سجل الدخول|انشاء حساب|انشئ حساب|اشترك الان|لا تفوت ما يحدث|se connecter|s'inscrire|creer un compte/;
/** A dialog's text; more than that is somebody's writing. */
const MAX_CONSENT_TEXT = 4_000;
const MAX_SIGN_IN_TEXT = 1_200;
const MAX_BACKDROP_TEXT = 2;

/**
 * Which overlays are consent bars and sign-in sheets: by markup that is known, or by their words. A sheet with a
 * sign-in must take a good part of the view: a header with such a link stays. Backdrops go with what they belong to.
 * @param view the size of the view in CSS px.
 * @returns the chosen ones with the reason; empty when there is no bar and no sheet.
 */
export function chooseOverlays(
  overlays: readonly Overlay[],
  view: { width: number; height: number },
): { mark: number; reason: HidingReason }[] {
  const chosen = overlays.flatMap((overlay) => {
    const reason = judge(overlay, view);
    return reason ? [{ mark: overlay.mark, reason }] : [];
  });
  if (chosen.length === 0) return [];
  const backdrops = overlays.filter(
    (overlay) =>
      !chosen.some(({ mark }) => mark === overlay.mark) &&
      !overlay.hasMedia &&
      overlay.text.trim().length <= MAX_BACKDROP_TEXT &&
      overlay.width >= view.width * 0.9 &&
      overlay.height >= view.height * 0.9,
  );
  return [...chosen, ...backdrops.map(({ mark }) => ({ mark, reason: "backdrop" as const }))];
}

function judge(overlay: Overlay, view: { width: number; height: number }): HidingReason | undefined {
  const words = foldWords(overlay.text);
  if (overlay.isKnown) return "known";
  if (words.length <= MAX_CONSENT_TEXT && consentWords(words) !== undefined) return "consent";
  if (overlay.isFurniture || words.length > MAX_SIGN_IN_TEXT) return undefined;
  const isLarge = overlay.width * overlay.height >= view.width * view.height * 0.12;
  return (overlay.isDialog || isLarge) && SIGN_IN.test(words) ? "sign_in" : undefined;
}
