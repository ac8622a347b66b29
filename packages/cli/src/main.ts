import { CommanderError } from "commander";
import { EXIT, UserError, type Surroundings } from "./output.js";
import { createProgram } from "./program.js";

/**
 * Runs the command line; each command is loaded when it is called.
 *
 * @param argv what stands behind the command's name
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage, 3 stale, 130 interrupted
 */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const split = argv.indexOf("--");
  const own = split < 0 ? argv : argv.slice(0, split);
  const args = split < 0 ? [] : argv.slice(split + 1);
  let code: number = EXIT.ok;
  const program = createProgram(surroundings, args, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...own], { from: "user" });
    return code;
  } catch (error) {
    // Commander has said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(error instanceof UserError)) throw error;
    surroundings.err(`${error.message}\n`);
    return error.exitCode;
  }
}
