import jsTokens from "js-tokens";
import { fileSystem } from "./host.js";
import type { Position } from "./site.js";

/**
 * The position of an option's value inside the call that starts at `call`: the source file is read and the keys are
 * followed through the literal. `undefined` where the file cannot be read or the value stands elsewhere (a spread, a
 * shared constant): the call's own position is then the best there is.
 */
export function positionOfKey(
  call: Position,
  keys: readonly string[],
  sources: SourceFiles,
): Position | undefined {
  const tokens = keys.length === 0 ? undefined : sources.tokensOf(call.file);
  if (tokens === undefined) return undefined;
  const callee = tokens.findIndex(({ line, column }) => line === call.line && column === call.column);
  const open = callee < 0 ? -1 : tokens.findIndex((token, at) => at > callee && token.value === "(");
  if (open < 0) return undefined;
  const found = follow(tokens, open, keys);
  return found === undefined ? undefined : { file: call.file, line: found.line, column: found.column };
}

/** Source files that are looked into, each read once however many findings lead to it. */
export class SourceFiles {
  readonly #tokens = new Map<string, readonly Placed[] | undefined>();

  tokensOf(file: string): readonly Placed[] | undefined {
    if (!this.#tokens.has(file)) this.#tokens.set(file, tokensOf(file));
    return this.#tokens.get(file);
  }
}

/** A token that means something, with its 1-based place. */
interface Placed {
  readonly type: string;
  readonly value: string;
  readonly line: number;
  readonly column: number;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Follows keys from the bracket at `open`: into the object that has the key, or to the item with that number. */
function follow(tokens: readonly Placed[], open: number, keys: readonly string[]): Placed | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return undefined;
  const opening = tokens[open]?.value;
  // The options are an object among the arguments of the call, and the value of a variable may be a list.
  if (opening === "(") {
    return first(itemsOf(tokens, open), (at) =>
      /^[[{]$/.test(tokens[at]?.value ?? "") ? follow(tokens, at, keys) : undefined,
    );
  }
  const value = opening === "[" ? itemsOf(tokens, open)[Number(key)] : valueOf(tokens, open, key);
  if (value === undefined) return undefined;
  const nested = /^[[{]$/.test(tokens[value]?.value ?? "") ? follow(tokens, value, rest) : undefined;
  return nested ?? tokens[value];
}

/** The tokens that begin the comma-separated items inside a bracket. */
function itemsOf(tokens: readonly Placed[], open: number): readonly number[] {
  const items: number[] = [];
  let at = open + 1;
  while (at < tokens.length && !isClosing(tokens[at])) {
    items.push(at);
    at = endOfItem(tokens, at);
    if (tokens[at]?.value === ",") at++;
  }
  return items;
}

function valueOf(tokens: readonly Placed[], open: number, key: string): number | undefined {
  return first(itemsOf(tokens, open), (at) => {
    const name = tokens[at];
    if (name === undefined || nameOf(name) !== key) return undefined;
    if (tokens[at + 1]?.value === ":") return at + 2;
    // `{ zone }` names the key and the value at once.
    return name.type === "IdentifierName" ? at : undefined;
  });
}

function nameOf(token: Placed): string | undefined {
  if (token.type === "StringLiteral") return token.value.slice(1, -1);
  return token.type === "IdentifierName" || token.type === "NumericLiteral" ? token.value : undefined;
}

/** The comma or bracket behind the item that begins at `start`. */
function endOfItem(tokens: readonly Placed[], start: number): number {
  const expected: string[] = [];
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (expected.length === 0 && (token.value === "," || isClosing(token))) return at;
    const closing = isOpening(token) ? CLOSING[token.value.at(-1) ?? ""] : undefined;
    if (closing !== undefined) expected.push(closing);
    else if (isClosing(token)) expected.pop();
  }
  return tokens.length;
}

function isOpening({ type, value }: Placed): boolean {
  return type === "TemplateHead" || (type === "Punctuator" && CLOSING[value] !== undefined);
}

function isClosing(token: Placed | undefined): boolean {
  return token?.type === "TemplateTail" || (token?.type === "Punctuator" && /^[)\]}]$/.test(token.value));
}

function first<T>(items: readonly number[], find: (at: number) => T | undefined): T | undefined {
  for (const at of items) {
    const found = find(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The significant tokens of a source file, `undefined` where there are no files to read. */
function tokensOf(file: string): readonly Placed[] | undefined {
  const text = readSource(file);
  if (text === undefined) return undefined;
  const tokens: Placed[] = [];
  let line = 1;
  let column = 1;
  for (const { type, value } of jsTokens(text, { jsx: /\.[jt]sx$/.test(file) })) {
    if (type !== "WhiteSpace" && type !== "LineTerminatorSequence" && !type.endsWith("Comment")) {
      tokens.push({ type, value, line, column });
    }
    const lines = value.split(/\r\n|[\n\r\u2028\u2029]/);
    line += lines.length - 1;
    column = lines.length === 1 ? column + value.length : (lines.at(-1)?.length ?? 0) + 1;
  }
  return tokens;
}

function readSource(file: string): string | undefined {
  try {
    return fileSystem()?.readFileSync(file, "utf8");
  } catch {
    // A source that is not where its map says is no reason to fail: the call's position is known without it.
    return undefined;
  }
}
