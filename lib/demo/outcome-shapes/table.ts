import type { OutcomeShape } from "#lib/demo/outcome-shapes/outcome-shape";
import { UNTUNED_AGAIN } from "#lib/demo/outcome-shapes/untuned-again";
import { UNTUNED_LAST } from "#lib/demo/outcome-shapes/untuned-last";
import { UNTUNED_SHAPES } from "#lib/demo/outcome-shapes/untuned-shapes";
import { WEB_SHAPES } from "#lib/demo/outcome-shapes/web-shapes";
import { X_SHAPES } from "#lib/demo/outcome-shapes/x-shapes";

/** Every shape with its expected outcome, in one table; `test/capture/page-shapes.test.ts` captures and prints it. */
export const OUTCOME_SHAPES: readonly OutcomeShape[] = [...WEB_SHAPES, ...X_SHAPES];

/** The shape that a path below `/shapes/` belongs to. */
export function outcomeShape(name: string): OutcomeShape | undefined {
  return [...OUTCOME_SHAPES, ...UNTUNED_SHAPES, ...UNTUNED_AGAIN, ...UNTUNED_LAST].find((shape) => shape.name === name);
}
