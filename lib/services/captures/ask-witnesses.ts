import type { Witness, WitnessProblem } from "#lib/core/posts/post-details";
import type { PostWitness } from "#lib/core/posts/post-witness";
import type { SecondWitness } from "#lib/core/posts/second-witness";
import { env } from "#lib/env";
import type { BesideFetcher } from "#lib/services/captures/fetch-beside";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 2_000_000;

/** What the witnesses said of the post, and how asking each of them went. */
export type AskedWitnesses = {
  posts: PostWitness[];
  results: { witness: Witness; ok: boolean; problem: WitnessProblem | null }[];
};

/**
 * Asks the second witnesses that CAPTURE_WITNESSES names, all at once, and keeps each answer as it came
 * (`witness-<name>.json`), whatever it says. Nothing they answer decides about the outcome of a capture.
 *
 * @throws AppError `storage_failed`; the fetcher's abort reason.
 */
export async function askWitnesses(
  witnesses: readonly SecondWitness[],
  { keeper, fetcher }: { keeper: ArtifactKeeper; fetcher: BesideFetcher },
): Promise<AskedWitnesses> {
  const named = witnesses.filter(({ name }) => env().CAPTURE_WITNESSES.includes(name));
  const answers = await Promise.all(named.map(async (witness) => ({ witness, answer: await ask(witness, fetcher) })));
  const asked: AskedWitnesses = { posts: [], results: [] };
  for (const { witness, answer } of answers) {
    if (answer === null) {
      asked.results.push({ witness: witness.name, ok: false, problem: "failed" });
      continue;
    }
    const name = `witness-${witness.name}.json`;
    // Kept with the type that was asked for: an answer that is no JSON is shown as text all the same.
    await keeper.keep({ role: "post_json", name, mediaType: "application/json", content: answer.body });
    const { post, problem } = witness.read({ status: answer.status, body: answer.body.toString("utf8") });
    if (post) asked.posts.push(post);
    asked.results.push({ witness: witness.name, ok: post !== null, problem });
  }
  return asked;
}

async function ask({ request }: SecondWitness, fetcher: BesideFetcher) {
  try {
    const bounds = { timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES };
    return await fetcher.get("witness", request.url, { ...bounds, headers: request.headers });
  } catch {
    fetcher.throwIfAborted();
    return null;
  }
}
