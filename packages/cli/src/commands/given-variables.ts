import { EXIT, UserError } from "../output.js";

/**
 * The values of `--var name=value`.
 *
 * @throws UserError with all that are not of that form
 */
export function variablesOf(given: readonly string[]): Readonly<Record<string, string>> {
  const wrong = given.filter((each) => !/^[^=]+=/.test(each));
  if (wrong.length > 0) {
    throw new UserError(wrong.map((each) => `--var is "${each}"; give name=value`).join("\n"), EXIT.usage);
  }
  return Object.fromEntries(
    given.map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)]),
  );
}
