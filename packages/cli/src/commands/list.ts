import { relative } from "node:path";
import type { Loaded } from "../load/load-templates.js";
import { EXIT, UserError, type Output } from "../output.js";

interface Listed {
  readonly template: string;
  readonly file: string;
  readonly build: string;
}

const FORMATS: Readonly<Record<string, (listed: readonly Listed[]) => string>> = {
  text: (listed) => listed.map(({ build }) => `${build}\n`).join(""),
  json: (listed) => `${JSON.stringify(listed, null, 2)}\n`,
  // One line, as `matrix: ${{ fromJSON(…) }}` of GitHub Actions takes it from an output.
  matrix: (listed) => `${JSON.stringify({ include: listed })}\n`,
};

/** Prints the names of builds as Packer's `-only` matches them. */
export function list(loaded: readonly Loaded[], format: string, cwd: string, output: Output): number {
  const print = FORMATS[format];
  if (print === undefined) {
    throw new UserError(
      `--format is "${format}"; it is one of ${Object.keys(FORMATS).join(", ")}`,
      EXIT.usage,
    );
  }
  const listed = loaded.flatMap(({ name, file, labels }) =>
    labels.map((build): Listed => ({ template: name, file: relative(cwd, file), build })),
  );
  output.out(print(listed));
  return EXIT.ok;
}
