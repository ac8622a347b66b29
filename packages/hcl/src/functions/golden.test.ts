import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluate } from "../evaluate/evaluate.js";
import { fromJs } from "../evaluate/from-js.js";
import { hclSyntaxMessage } from "../evaluate/syntax-message.js";
import { Value } from "../evaluate/value/value.js";
import { ANY } from "../evaluate/value/type.js";
import { parse, parseExpression } from "../parser/parse.js";
import type { Expression } from "../nodes.js";
import { functions } from "./functions.js";
import type { Files } from "./host.js";
import { toJsonText } from "./json-text.js";
import { nodeFiles } from "./node-files.js";

interface Row {
  readonly expr: string;
  readonly group: string;
  readonly kind: string;
  readonly ok: boolean;
  readonly out: string;
  readonly json?: string;
  readonly error?: string;
  readonly detail?: string;
}

const FOLDER = new URL("../../../../fixtures/golden/", import.meta.url);
const ROWS = readFileSync(new URL("functions.jsonl", FOLDER), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Row);

const here = nodeFiles({ root: ".", cwd: new URL("files", FOLDER).pathname });
/** The folder with the permissions that it was recorded with. */
const files: Files = {
  ...here,
  stat: (path) => {
    const status = here.stat(path);
    return status?.kind === "directory" ? { ...status, mode: "drwxr-xr-x" } : status;
  },
};
const table = functions({ files });

/** What `packer console` has in a folder without a template. */
const variables = new Map<string, Value>([
  ["var", fromJs({})],
  ["local", fromJs({})],
  ["build", fromJs({})],
  ["source", fromJs({ name: Value.unknown(ANY), type: Value.unknown(ANY) })],
  ["path", fromJs({ cwd: files.cwd, root: "." })],
  ["packer", fromJs({ version: "1.16.0" })],
]);

interface Outcome {
  readonly json?: string;
  readonly error?: string;
  readonly detail?: string;
}

/** Expressions of several lines were recorded as the value of an argument, where a line ends one. */
function readRow({ expr, kind }: Row): {
  expression: Expression | undefined;
  problem: Outcome | undefined;
  source: ReturnType<typeof parse>["source"];
} {
  const isLong = kind === "multiline" || expr.includes("\n");
  const { diagnostics, source, ...read } = isLong
    ? parse(`x = ${expr}\n`, { file: "<console-input>" })
    : parseExpression(expr, { file: "<console-input>" });
  const [first] = diagnostics;
  if (first !== undefined) {
    const { summary, detail } = hclSyntaxMessage(first, source);
    return { expression: undefined, problem: { error: summary, detail }, source };
  }
  if ("expression" in read) return { expression: read.expression, problem: undefined, source };
  const [item] = read.body.items;
  return { expression: item?.kind === "attribute" ? item.value : undefined, problem: undefined, source };
}

function outcomeOf(row: Row): Outcome {
  const { expression, problem, source } = readRow(row);
  if (problem !== undefined) return problem;
  if (expression === undefined) return { error: "nothing was read" };
  const { value, diagnostics } = evaluate(expression, { variables, functions: table, source });
  const [first] = diagnostics;
  if (first !== undefined) return { error: first.summary, detail: first.detail };
  if (!value.isWhollyKnown) return { json: "<unknown>" };
  return { json: toJsonText(value) };
}

describe("evaluation, beside what packer console answered", () => {
  it.each(ROWS)("$group: $expr", (row) => {
    const outcome = outcomeOf(row);
    if (row.ok) expect(outcome).toEqual({ json: row.json ?? row.out });
    else {
      expect(outcome.error).toBe(row.error);
      // Of one kind of message the recording has only the line that Packer adds below: the values of the loop.
      if (row.detail !== undefined && row.detail !== "" && !row.detail.startsWith("with ")) {
        expect(outcome.detail).toBe(row.detail);
      }
    }
  });
});
