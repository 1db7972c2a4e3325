import type { CheckedExhibit } from "#lib/core/cases/types";

type Capture = {
  outcome: string;
  manifestSha256: string;
  artifacts: readonly { role: string; sha256: string }[];
};
type Shown = { id: string; kind: string } & (
  | { capture: Capture }
  | { captures: readonly Capture[] }
  | { supplied: object }
);

function checkable(capture: Capture) {
  const { outcome, artifacts, manifestSha256 } = capture;
  return { outcome, hasManifest: artifacts.some((each) => each.role === "manifest" && each.sha256 === manifestSha256) };
}

/**
 * A draft with what the checklist asks of its exhibits: the captures behind each.
 * @param exhibits as they are shown; one that is not among them has no capture.
 */
export function withCaptures<T extends { exhibits: readonly { id: string; caption: CheckedExhibit["caption"] }[] }>(
  draft: T,
  exhibits: readonly Shown[],
): Omit<T, "exhibits"> & { exhibits: CheckedExhibit[] } {
  const shown = new Map(
    exhibits.map((exhibit) => {
      if ("supplied" in exhibit) return [exhibit.id, { captures: [], isSupplied: true }];
      const captures = "captures" in exhibit ? exhibit.captures : [exhibit.capture];
      return [exhibit.id, { captures: captures.map(checkable), isSupplied: false }];
    }),
  );
  const lost = { captures: [], isSupplied: false };
  return { ...draft, exhibits: draft.exhibits.map((each) => ({ ...each, ...(shown.get(each.id) ?? lost) })) };
}
