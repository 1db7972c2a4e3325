import { demoSquareRecogniser } from "#lib/core/captures/recognisers/demo-square";
import type { Recogniser } from "#lib/core/captures/recognisers/recogniser";
import { webRecogniser } from "#lib/core/captures/recognisers/web";
import { xRecogniser } from "#lib/core/captures/recognisers/x";

/**
 * Everything that understands a line, in the order of asking. A typed `#tag` or `@handle` belongs to the first
 * platform that has such things: X, or Demo Square where a demo site runs.
 * @param demoOrigin where Demo Square runs, when it does.
 */
export function allRecognisers(demoOrigin?: string): Recogniser[] {
  const rest = [xRecogniser, webRecogniser];
  return demoOrigin === undefined ? rest : [demoSquareRecogniser(demoOrigin), ...rest];
}
