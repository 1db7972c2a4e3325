import type { SearchIndex, SearchQuery } from "#lib/core/search/search-index";
import { percentile } from "#test/bench/phrasings/measure-upkeep";

export type Times = { p50: number; p95: number };

/** Milliseconds of each question, one after the other, as one person asks; the first ones are asked twice and not timed. */
export async function timeQueries(index: SearchIndex, queries: readonly SearchQuery[]): Promise<Times> {
  return timeEach(queries, (query) => index.search(query));
}

export async function timeEach<T>(questions: readonly T[], ask: (question: T) => Promise<unknown>): Promise<Times> {
  for (const question of questions.slice(0, 10)) await ask(question);
  const times: number[] = [];
  for (const question of questions) {
    const start = performance.now();
    await ask(question);
    times.push(performance.now() - start);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
