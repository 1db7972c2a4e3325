import { parseArgs } from "node:util";
import { generatePassword } from "#lib/auth/passwords";
import { listPeopleRows } from "#lib/data/people";
import { AppError } from "#lib/errors";
import type { NewPerson } from "#lib/services/people/create-person";
import { createPerson } from "#lib/services/people/create-person";
import { resetPassword } from "#lib/services/people/reset-password";

const USAGE = `Usage:
  npm run daleel -- user list
  npm run daleel -- user create --email EMAIL --name NAME [--role admin|publisher|editor] [--language en|ar]
  npm run daleel -- user reset-password EMAIL

A new password is made up and printed once; it is stored only as a hash.`;

/**
 * `npm run daleel -- user …`: accounts from the server's own shell, for when nobody can sign in.
 * @param args what follows `user`.
 * @throws AppError `bad_input` with the usage as its message; the services' errors.
 */
export async function userCommand(args: string[]): Promise<void> {
  const { positionals, values } = readArgs(args);
  const [command, email] = positionals;
  if (command === "list" && positionals.length === 1) return list();
  if (command === "create" && positionals.length === 1 && values.email && values.name) {
    const role = (values.role ?? "editor") as NewPerson["role"];
    const locale = (values.language ?? "en") as NewPerson["locale"];
    const password = generatePassword();
    const person = await createPerson({ email: values.email, name: values.name, role, locale, password });
    return tell(`${person.name} can sign in as ${person.role}.`, { email: person.email, password });
  }
  if (command === "reset-password" && positionals.length === 2 && email) {
    return tell("The password was replaced and every session ended.", await resetPassword({ email }));
  }
  throw new AppError("bad_input", USAGE, { fields: {} });
}

function readArgs(args: string[]) {
  const text = { type: "string" } as const;
  try {
    const options = { email: text, name: text, role: text, language: text };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (cause) {
    throw new AppError("bad_input", `${(cause as Error).message}\n\n${USAGE}`, { fields: {} }, { cause });
  }
}

async function list(): Promise<void> {
  for (const person of await listPeopleRows()) {
    const last = person.lastSignInAt ? `last signed in ${person.lastSignInAt.toISOString()}` : "never signed in";
    console.log([person.email, person.role, person.name, person.disabledAt ? "disabled" : last].join("\t"));
  }
}

function tell(what: string, { email, password }: { email: string; password: string }): void {
  console.log(
    `${what}\n  e-mail    ${email}\n  password  ${password}\nChange it after signing in: Settings, Password.`,
  );
}
