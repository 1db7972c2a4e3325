import { AppError } from "#lib/errors";
import { rebuildPhrasings } from "#lib/services/phrasings/rebuild-phrasings";

const STEPS = {
  read: "reading wordings",
  sketch: "sketching",
  choose: "choosing pivots",
  assign: "making families",
  write: "writing differences",
};

/** `phrasings rebuild`: all phrasings anew, and how many wordings stood elsewhere before. @throws AppError `bad_input` */
export async function phrasingsCommand([action]: string[]): Promise<void> {
  if (action !== "rebuild") throw new AppError("bad_input", "Usage: npm run daleel -- phrasings rebuild");
  const isTerminal = process.stdout.isTTY;
  const { wordings, families, differences } = await rebuildPhrasings({
    onProgress: ({ step, done, total }) => {
      if (isTerminal) process.stdout.write(`\r  ${STEPS[step]}: ${done} of ${total}          `);
    },
  });
  const changed =
    differences === null
      ? "too many were new to compare with what stood before"
      : differences === 0
        ? "nothing was different"
        : `${differences} were different and are put right`;
  process.stdout.write(`${isTerminal ? "\r" : ""}  ${wordings} wordings, ${families} families; ${changed}.\n`);
}
