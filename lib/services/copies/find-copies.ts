import { findBoilerplate } from "#lib/core/duplicates/boilerplate";
import { closestFirst, comparedBy } from "#lib/core/duplicates/closeness";
import { comparable } from "#lib/core/duplicates/relate";
import type { Copies, CopyFamily } from "#lib/core/duplicates/views";
import { findMixedScriptWords } from "#lib/core/text/mixed-scripts";
import { undisguise } from "#lib/core/text/undisguise";
import { db } from "#lib/data/client";
import { findPhrasingsWithPosts, findWordingByFolded, listPhrasingRows, type WordingRow } from "#lib/data/copies";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { type CopiesInput, copiesInput } from "#lib/schemas/copies-query";
import { parseInput } from "#lib/schemas/parse-input";
import { describeWordings, type MeasuredWording, measureWordings } from "#lib/services/copies/compare-wordings";
import { proposeWordings } from "#lib/services/copies/propose-wordings";
import { readChosenText } from "#lib/services/copies/read-chosen-text";
import { phrasingCounts } from "#lib/services/phrasings/phrasing-views";
import { currentIndex } from "#lib/services/search/current-index";

/** Families on a page; those further off are counted. */
const MAX_FAMILIES = 30;
/** Wordings of one family that are laid beside the chosen text. */
const MAX_NEAREST = 4;

/**
 * Who else said it: the families of wordings near a text, closest first. Families come from PostgreSQL by the text's
 * sketch, suggestions from search by its rarest words; each is measured exactly before it is shown. Posts are not read
 * here (`measurePhrasings` does that); what is said of a family are the counts kept with it.
 * @param input a pasted text of at most 100,000 characters, or the id of a post, a wording or an exhibit.
 * @param index the search that proposes suggestions: the archive's, unless another is being measured.
 * @throws AppError `bad_input` for longer texts, `not_found` for an id without a text of its own, `not_allowed`.
 */
export async function findCopies(actor: Actor, input: CopiesInput, index = currentIndex()): Promise<Copies> {
  assertMay(actor, "captures.read");
  const { text, language, captureId } = await readChosenText(parseInput(copiesInput, input));
  const chosen = comparable(text);
  const meant = undisguise(text);
  const readings = meant === null || comparable(meant).folded === chosen.folded ? [text] : [text, meant];
  const [own, { bySketch, fromSearch }] = await Promise.all([
    chosen.folded === "" ? null : findWordingByFolded(db(), chosen.folded),
    proposeWordings(index, readings),
  ]);
  const rows = [...(own ? [own] : []), ...bySketch, ...(fromSearch ?? [])];
  const groups = groupByFamily(measureWordings(readings, rows), own);
  return {
    chosen: {
      text,
      language,
      captureId,
      comparedBy: comparedBy(text, chosen),
      boilerplate: findBoilerplate(text),
      mixedScripts: findMixedScriptWords(text),
      isDisguised: readings.length > 1,
      wordingId: own?.id ?? null,
    },
    families: await toFamilies(text, own, groups.slice(0, MAX_FAMILIES)),
    more: Math.max(0, groups.length - MAX_FAMILIES),
    isWithoutSuggestions: fromSearch === null,
  };
}

/** Wordings near enough to be shown, by family, nearest first; the family of the chosen words themselves always. */
function groupByFamily(measured: readonly MeasuredWording[], own: WordingRow | null): MeasuredWording[][] {
  const groups = new Map<string, MeasuredWording[]>();
  const ownFamily = own?.phrasingId ?? null;
  for (const wording of [...measured].sort(closestFirst)) {
    const isOwnFamily = ownFamily !== null && wording.phrasingId === ownFamily;
    if (wording.closeness === null && !isOwnFamily) continue;
    const key = wording.phrasingId ?? wording.wordingId;
    const group = groups.get(key);
    if (group) group.push(wording);
    else groups.set(key, [wording]);
  }
  return [...groups.values()];
}

async function toFamilies(text: string, own: WordingRow | null, groups: MeasuredWording[][]): Promise<CopyFamily[]> {
  const shown = groups.map((group) => group.slice(0, MAX_NEAREST));
  const ids = shown.flatMap(([first]) => first?.phrasingId ?? []);
  const [phrasings, described] = await Promise.all([
    listPhrasingRows(db(), ids),
    describeWordings(text, own?.id ?? null, shown.flat()),
  ]);
  const counts = new Map(phrasings.map((row) => [row.id, phrasingCounts(row)]));
  // No posts: not counted yet, or no post has these texts any more (edited since, or seen with another text).
  const uncounted = phrasings.filter(({ postCount }) => postCount === 0).map(({ id }) => id);
  const alive = await findPhrasingsWithPosts(db(), uncounted);
  const wordings = new Map(described.map((wording) => [wording.wordingId, wording]));
  return shown.flatMap((group): CopyFamily[] => {
    const nearest = group.flatMap(({ wordingId }) => wordings.get(wordingId) ?? []);
    const [first] = nearest;
    if (!first?.closeness) return [];
    const phrasingId = group[0]?.phrasingId ?? null;
    const known = counts.get(phrasingId ?? "") ?? null;
    if (known?.posts === 0 && !alive.has(phrasingId ?? "")) return [];
    return [{ phrasingId, closeness: first.closeness, nearest, counts: known?.posts ? known : null }];
  });
}
