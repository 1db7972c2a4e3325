import { plural } from "#lib/i18n/plural";

/** Settings → Search: the engine, what waits for it, rebuilding. */
export const searchSettings = {
  title: "Search",
  lead: "The search index is made from the archive's own records and can be made again at any time. Nothing is lost with it.",
  engineTitle: "Engine",
  well: "Answers",
  unwell: "Does not answer",
  unwellHint:
    "Everything else works. What changes meanwhile waits here and becomes searchable when the engine is back.",
  unfilledHint: "Everything else works. What is captured meanwhile becomes searchable with everything else.",
  engines: { postgres: "PostgreSQL", meilisearch: "Meilisearch" } as Record<string, string>,
  filling: {
    title: (engine: string) => `The index of ${engine} has still to be filled`,
    anotherEngine: (now: string, before: string) => `${now} was chosen as the search engine; before, it was ${before}.`,
    why: {
      another_version: "This version of Daleel keeps the index in another way than the one that filled it.",
      no_index: "The server has no such index.",
      another_index: "The server has another index in its place.",
    },
    meanwhile: "Until then searches are answered from what was indexed before.",
    nothing: "Until then nothing can be found.",
    byItself: "The server fills it by itself and tries again when something goes wrong.",
  },
  waitingTitle: "Waiting changes",
  none: "The index has heard of every change.",
  waiting: (count: number) => plural("en", count, { one: "# change waits", other: "# changes wait" }),
  oldest: (waiting: string, age: string) => `${waiting}, the oldest for ${age}`,
  uncompared: (count: number) =>
    plural("en", count, {
      one: "# wording has not been compared with the others yet",
      other: "# wordings have not been compared with the others yet",
    }),
  compared: "Every wording has been compared with the others.",
  failedTitle: (count: number) =>
    plural("en", count, { one: "# change could not be indexed", other: "# changes could not be indexed" }),
  failedLead: "Each is tried again by itself, after a longer wait every time, and holds up no other.",
  newestFailed: (count: number) => `The newest ${count}:`,
  tries: (count: number) => plural("en", count, { one: "tried once", other: "tried # times" }),
  kind: { post: "Post", capture: "Web page", supplied: "Supplied file", phrasing: "Phrasing" } as Record<
    string,
    string
  >,
  retry: "Try all again now",
  retried: "They are being tried again.",
  rebuilds: {
    index: {
      title: "Rebuild the index",
      lead: "Reads everything again and puts the new index in place of the old one at the end. People can go on searching; they see the old index until then.",
      button: "Rebuild the index",
      asked: "The server will rebuild the index.",
      rebuilding: "Rebuilding the index",
      progress: (done: string, total: string) => `${done} of about ${total} documents`,
      finishing: "Putting the new index in place",
      done: (count: number) => plural("en", count, { one: "# document", other: "# documents" }),
    },
    phrasings: {
      title: "Rebuild the phrasings",
      lead: "Compares all wordings with one another again and keeps what editors decided. What differs is put in place at the end. Nothing should: phrasings are kept up to date as posts arrive, and a rebuild checks it.",
      button: "Rebuild the phrasings",
      asked: "The server will rebuild the phrasings.",
      rebuilding: "Rebuilding the phrasings",
      progress: (done: string, total: string) => `${done} of ${total} wordings`,
      finishing: "Putting the phrasings in place",
      done: (count: number) => plural("en", count, { one: "# wording", other: "# wordings" }),
    },
  },
  differences: (count: number) =>
    count === 0
      ? "Nothing was different."
      : plural("en", count, {
          one: "# wording stood elsewhere before and was put right.",
          other: "# wordings stood elsewhere before and were put right.",
        }),
  state: {
    queued: "Waiting to begin",
    running: "Under way",
    finished: "Done",
    failed: "Failed",
    lost: "Nothing has been heard of it for a while; press the button to begin again.",
  },
  askedBy: (name: string) => `asked for by ${name}`,
};
