import { Interrupted } from "#lib/cli/run/interruption";
import { readEnvFile } from "#lib/cli/run/read-env-file";
import { toAppError } from "#lib/errors";
import { projectPath } from "#lib/paths";

/** A command of `npm run daleel -- <name>`; loaded only when it is asked for. */
type Command = { summary: string; run(args: string[]): Promise<void> };

const COMMANDS: Record<string, Command> = {
  start: {
    summary: "start the archive and keep it running (npm start)",
    run: async () => (await import("#lib/cli/start")).startCommand(),
  },
  demo: {
    summary: "the archive with sample posts captured by a real browser (npm run demo)",
    run: async (args) => (await import("#lib/cli/demo")).demoCommand(args),
  },
  user: {
    summary: "list people, create one, give one a new password: user list|create|reset-password",
    run: async (args) => {
      const { userCommand } = await import("#lib/cli/user");
      await onDatabase(() => userCommand(args));
    },
  },
  keys: {
    summary: "the signing keys: keys list|rotate [manifest|wacz]",
    run: async (args) => {
      const { keysCommand } = await import("#lib/cli/keys");
      await onDatabase(() => keysCommand(args));
    },
  },
  custody: {
    summary: "sign the custody log's state now, or write the log out: custody head|export --out FILE",
    run: async (args) => {
      const { custodyCommand } = await import("#lib/cli/custody");
      await onDatabase(() => custodyCommand(args));
    },
  },
  reindex: {
    summary: "rebuild the search index from the database",
    run: async () => {
      const { reindexCommand } = await import("#lib/cli/reindex");
      const { withSearch } = await import("#lib/cli/run/with-search");
      await onDatabase(() => withSearch(reindexCommand));
    },
  },
  phrasings: {
    summary: "make all phrasings anew and say what was different: phrasings rebuild",
    run: async (args) => {
      const { phrasingsCommand } = await import("#lib/cli/phrasings");
      await onDatabase(() => phrasingsCommand(args));
    },
  },
  compare: {
    summary: "how near pairs of texts are: compare --file PAIRS.tsv (two texts a line, a tab between)",
    run: async (args) => (await import("#lib/cli/compare")).compareCommand(args),
  },
  doctor: {
    summary: "test this machine: its browser (rulers, fonts, sandbox) and its search engine",
    run: async () => (await import("#lib/cli/doctor")).doctorCommand(),
  },
  verify: {
    summary: "check that nothing was changed: verify CAPTURE-ID | FOLDER | BUNDLE.zip",
    run: async (args) => (await import("#lib/cli/verify")).verifyCommand(args, onDatabase),
  },
  export: {
    summary: "one capture with its proofs, to check without Daleel: export CAPTURE-ID --out FOLDER | FILE.zip",
    run: async (args) => {
      const { exportCommand } = await import("#lib/cli/export");
      await onDatabase(() => exportCommand(args));
    },
  },
};

async function onDatabase(work: () => Promise<void>): Promise<void> {
  const { withDatabase } = await import("#lib/cli/run/with-database");
  await withDatabase(work);
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `Usage: npm run daleel -- <command>\n\n${lines.join("\n")}\n`;
}

/** Runs one command; a known problem ends in its sentence and exit code 1, a bug in its stack. */
async function main([name = "", ...args]: string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stdout.write(usage());
    process.exitCode = name === "" || name === "help" || name === "--help" ? 0 : 2;
    return;
  }
  try {
    readEnvFile(projectPath(".env"));
    await command.run(args);
  } catch (thrown) {
    if (thrown instanceof Interrupted) {
      process.stdout.write("  Stopped.\n");
      // Whatever was under way when it was interrupted is no reason to stay.
      process.exit();
    }
    const error = toAppError(thrown);
    const isBug = error.code === "internal";
    process.stderr.write(`\n  ${isBug && thrown instanceof Error ? thrown.stack : error.message}\n\n`);
    process.exitCode = 1;
  }
}

await main(process.argv.slice(2));
