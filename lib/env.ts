import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "#lib/errors";

const origin = z.url({ protocol: /^https?$/, error: "must be an http(s) address" });

const UNIT_MS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `1h,1d` as steps with their milliseconds, shortest first, each once. */
function readDelays(list: string): { step: string; afterMs: number }[] {
  const steps = new Map<number, string>();
  for (const step of list.split(",").map((one) => one.trim())) {
    const afterMs = Number.parseInt(step, 10) * (UNIT_MS[step.slice(-1)] ?? 0);
    if (afterMs > 0) steps.set(afterMs, step);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([afterMs, step]) => ({ step, afterMs }));
}

/** Settings that say something by being empty; elsewhere an empty line of a .env file means "not set". */
const MAY_BE_EMPTY = new Set(["RECHECK_AFTER"]);

/** An authority's address in the one form it is kept under; undefined when it is none. */
function readAuthority(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password) return undefined;
  return url.pathname === "/" && !url.search ? url.origin : url.href;
}

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** PostgreSQL to use. `npm start` sets it for its children when it runs the embedded server. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgresql://" }).optional(),
  /** Where the embedded database, the evidence files and the generated secrets live. */
  DALEEL_DATA_DIR: z.string().min(1).default(".daleel"),
  /** Where the private halves of the signing keys live; `keys` in the data folder when empty. */
  DALEEL_KEYS_DIR: z.string().min(1).optional(),
  /** Address readers and editors use, without a trailing slash. */
  APP_ORIGIN: origin.optional(),
  /** Another host name for the same server, beginning with `evidence` (proxy.ts knows it by that); captured files are shown only there. */
  EVIDENCE_ORIGIN: z
    .url({
      protocol: /^https?$/,
      hostname: /^evidence[\w.-]*$/i,
      error: "must be an http(s) address whose host begins with “evidence”",
    })
    .optional(),
  /** Port of the web server; the next free one is taken when it is busy. */
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** Address the web server listens on. */
  HOST: z.string().default("127.0.0.1"),
  /** Signs sessions and evidence links. Generated into the data folder on the first start. */
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  /** A Chrome or Chromium to capture with; found or bundled when empty. */
  PUPPETEER_EXECUTABLE_PATH: z.string().optional(),
  /**
   * Chromium's own sandbox: `on` refuses to capture where the host does not allow it, `auto` does without it there,
   * `off` does without it anyway. Going without is recorded in every provenance.
   */
  CAPTURE_SANDBOX: z.enum(["on", "auto", "off"]).default("on"),
  /** host:port pairs that captures may reach although they are private. For the demo site and tests. */
  CAPTURE_ALLOW_HOSTS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  /** Captures at the same time. */
  CAPTURE_CONCURRENCY: z.coerce.number().int().min(1).max(16).default(1),
  /** Wall clock for one capture of one page. */
  CAPTURE_TIMEOUT_MS: z.coerce.number().int().min(5_000).default(90_000),
  /** All bytes one capture may load. */
  CAPTURE_MAX_BYTES: z.coerce.number().int().min(1_000_000).default(200_000_000),
  /** Posts collected from one hashtag. */
  CAPTURE_MAX_POSTS: z.coerce.number().int().min(1).default(200),
  /** When a source is looked at again after a person asked for it: `30m`, `1h`, `7d`. Empty: never by itself. */
  RECHECK_AFTER: z
    .string()
    .regex(/^\s*(\d{1,4}[mhd]\s*(,\s*\d{1,4}[mhd]\s*)*)?$/, "must be times like 1h,1d,7d,30d")
    .default("1h,1d,7d,30d")
    .transform(readDelays),
  /** X's official interface. */
  X_API_ORIGIN: origin.default("https://api.x.com"),
  /** What X charges for one post and for one account that its interface returns, US dollars; only for the estimate shown before. */
  X_API_POST_PRICE_USD: z.coerce.number().min(0).max(100).default(0.005),
  X_API_USER_PRICE_USD: z.coerce.number().min(0).max(100).default(0.01),
  /** Services that captures may ask about a post beside its page: `syndication`, `oembed`. Nobody unless named. */
  CAPTURE_WITNESSES: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((name) => name.trim().toLowerCase())
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(["syndication", "oembed"], { error: "may name syndication and oembed" }))),
  /** A Meilisearch server to search with. `npm start` sets it for its children when it runs one itself. */
  MEILI_URL: origin.optional(),
  /** Its master key, or one with the rights that lib/adapters/search/meilisearch/keys.ts lists. */
  MEILI_KEY: z.string().min(1).optional(),
  /** Name of the archive's index on that server; each archive needs its own. */
  MEILI_INDEX: z
    .string()
    .regex(/^[\w-]{1,100}$/, "may have letters, digits, - and _")
    .default("daleel"),
  /** The `meilisearch` program that `npm start` runs when there is no MEILI_URL; found on PATH when empty; `none`: not at all. */
  MEILI_BIN: z.string().optional(),
  /** The largest file that can be supplied from outside. */
  SUPPLIED_MAX_BYTES: z.coerce.number().int().min(1_000_000).default(1_000_000_000),
  /** The origin of the demo site, when it runs. */
  DEMO_SITE_ORIGIN: origin.optional(),
  /** RFC 3161 authorities that stamp manifests and custody heads; without any, nothing is stamped. */
  TIMESTAMP_AUTHORITIES: z
    .string()
    .default("")
    .transform((list, context) => {
      const given = list.split(",").map((address) => address.trim());
      const read = given.filter(Boolean).map((address) => ({ address, url: readAuthority(address) }));
      for (const { address, url } of read) {
        if (!url) context.addIssue(`“${address}” is not an http(s) address, or it carries a name and password`);
      }
      return [...new Set(read.flatMap(({ url }) => url ?? []))];
    }),
  /** PEM files with the authorities' root certificates, separated by commas. */
  TIMESTAMP_ROOTS: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((path) => path.trim())
        .filter(Boolean),
    ),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

/** Every setting of Daleel, checked. */
export type Env = z.infer<typeof schema>;

let checked: Env | undefined;

/**
 * The settings of this process. The only reader of `process.env` in the project.
 * @throws AppError `bad_settings` naming every variable that is wrong.
 */
export function env(): Env {
  if (checked) return checked;
  const given = Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => value !== "" || MAY_BE_EMPTY.has(name)),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new AppError("bad_settings", `Wrong settings, in the environment or in .env: ${lines.join("; ")}`);
  }
  checked = result.data;
  return checked;
}

/** A path that somebody typed, from the folder in which they called npm (npm itself moves to the project). */
export function callersPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The folders in which this system looks for programs. */
export function searchPath(): string {
  return process.env.PATH ?? "";
}

/** A copy of the whole environment for a child process, with additions. */
export function childEnvironment(additions: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}

/**
 * For tests and the supervisor: set variables and forget what was read before.
 * @param values new values; `undefined` removes a variable.
 */
export function setEnv(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  checked = undefined;
}
