import type { Expression } from "../nodes.js";
import { isIdentifier } from "../lexer/identifiers.js";
import { parseTemplate } from "../parser/parse.js";
import type { SourceText } from "../source.js";
import { formatEvaluation, formatRange, rangeOf } from "../evaluate/diagnostic.js";
import { evaluate } from "../evaluate/evaluate.js";
import { hclSyntaxMessage } from "../evaluate/syntax-message.js";
import { freeVariables } from "../evaluate/variables.js";
import { ANY, STRING } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import {
  anyParameter,
  argument,
  ArgumentError,
  FunctionError,
  type FunctionDefinition,
  type FunctionTable,
} from "./definition.js";
import { type FilesOf, readTextFile } from "./file-functions.js";

interface LoadedTemplate {
  readonly expression: Expression;
  readonly source: SourceText;
}

function load(path: string, files: FilesOf): LoadedTemplate {
  const text = readTextFile(path, files());
  const { expression, diagnostics, source } = parseTemplate(text, { file: path });
  const [first] = diagnostics;
  if (first !== undefined || expression === undefined) {
    const problem = first === undefined ? undefined : hclSyntaxMessage(first, source);
    const range =
      first === undefined ? "" : `${formatRange({ start: first.start, end: first.end }, source)}: `;
    const more = diagnostics.length > 1 ? `, and ${diagnostics.length - 1} other diagnostic(s)` : "";
    throw new FunctionError(`${range}${problem?.summary ?? ""}; ${problem?.detail ?? ""}${more}`);
  }
  return { expression, source };
}

function render({ expression, source }: LoadedTemplate, vars: Value, functions: FunctionTable): Value {
  const { kind } = vars.type;
  if (kind !== "map" && kind !== "object") throw new ArgumentError(1, "invalid vars value: must be a map");
  const variables = vars.entries();
  for (const name of variables.keys()) {
    if (isIdentifier(name)) continue;
    throw new ArgumentError(
      1,
      `invalid template variable name ${quoted(name)}: must start with a letter, followed by zero or more letters, digits, and underscores`,
    );
  }
  for (const variable of freeVariables(expression)) {
    if (variables.has(variable.name)) continue;
    const range = rangeOf(variable);
    const place = range === undefined ? "" : formatRange(range, source);
    throw new ArgumentError(
      1,
      `vars map does not contain key ${quoted(variable.name)}, referenced at ${place}`,
    );
  }
  const { value, diagnostics } = evaluate(expression, { variables, functions, source });
  const [first] = diagnostics;
  if (first === undefined) return value;
  const more = diagnostics.length > 1 ? `, and ${diagnostics.length - 1} other diagnostic(s)` : "";
  throw new FunctionError(formatEvaluation(first) + more);
}

const PARAMETERS = [{ name: "path", type: STRING }, anyParameter("vars")];

/** What a template file finds under the name of the function that reads it. */
const RECURSIVE: FunctionDefinition = {
  parameters: PARAMETERS,
  result: () => {
    throw new FunctionError("cannot recursively call templatefile from inside templatefile call");
  },
  call: () => Value.DYNAMIC,
};

/** `templatefile`: the template in a file, with the variables that it is given and all functions but itself. */
export function templatefileFunction(files: FilesOf, functions: () => FunctionTable): FunctionDefinition {
  const inner = (): FunctionTable => new Map([...functions(), ["templatefile", RECURSIVE]]);
  return {
    parameters: PARAMETERS,
    result: (args) => {
      const [path, vars] = [argument(args, 0), argument(args, 1)];
      if (!path.isKnown || !vars.isKnown) return ANY;
      return render(load(path.asString(), files), vars, inner()).type;
    },
    call: (args) => render(load(argument(args, 0).asString(), files), argument(args, 1), inner()),
  };
}
