/** An action of Go's template language as Packer's legacy templates use it: `user "x" | lower`. */
export interface GoCall {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly GoArgument[];
}

export type GoArgument = GoCall | { readonly kind: "literal"; readonly value: string | number };

/** A part of a text: what stands between actions, or an action; `call` is left out for one that no call is. */
export type GoPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly text: string; readonly call?: GoCall };

const ACTION = /\{\{(?:[^"`}]|"(?:[^"\\]|\\.)*"|`[^`]*`|\}(?!\}))*\}\}/g;
const TOKEN =
  /\s*(?:(?<raw>`[^`]*`)|(?<quoted>"(?:[^"\\]|\\.)*")|(?<number>-?\d+)|(?<name>[A-Za-z_]\w*)|(?<sign>[()|]))/y;

/** Cuts a text into its actions and what stands between them. */
export function goParts(text: string): readonly GoPart[] {
  const parts: GoPart[] = [];
  let end = 0;
  for (const found of text.matchAll(ACTION)) {
    if (found.index > end) parts.push({ kind: "text", text: text.slice(end, found.index) });
    const [action] = found;
    const call = readAction(action.slice(2, -2));
    parts.push({ kind: "action", text: action, ...(call === undefined ? {} : { call }) });
    end = found.index + action.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

/** Whether an action calls a function somewhere, in whatever way. */
export function mentions(action: string, name: string): boolean {
  const bare = action.replace(/`[^`]*`|"(?:[^"\\]|\\.)*"/g, " ");
  return new RegExp(`(?:^|[^.\\w])${name}(?!\\w)`).test(bare);
}

/** A call, or calls with `|` between them, of which each hands its result to the next as the last argument. */
function readAction(text: string): GoCall | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const reader = new ActionReader(tokens);
  const call = reader.pipeline();
  return reader.isDone ? call : undefined;
}

interface Token {
  readonly kind: "string" | "number" | "name" | "sign";
  readonly value: string;
}

/** The tokens of an action; `undefined` when it has others, such as fields. */
function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return undefined;
    const { raw, quoted, number, name, sign } = groups;
    if (raw !== undefined) tokens.push({ kind: "string", value: raw.slice(1, -1) });
    else if (quoted !== undefined) {
      const value = unquote(quoted);
      if (value === undefined) return undefined;
      tokens.push({ kind: "string", value });
    } else if (number !== undefined) tokens.push({ kind: "number", value: number });
    else if (name !== undefined) tokens.push({ kind: "name", value: name });
    else if (sign !== undefined) tokens.push({ kind: "sign", value: sign });
  }
  return tokens;
}

/** Go's quoted strings are JSON's as far as templates use them. */
function unquote(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

class ActionReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  pipeline(): GoCall | undefined {
    let value: GoArgument | undefined;
    for (;;) {
      const next = this.#command(value);
      if (next === undefined) return undefined;
      value = next;
      if (!this.#takes("|")) return value.kind === "call" ? value : undefined;
    }
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || token.value !== sign) return false;
    this.#at++;
    return true;
  }

  #command(piped: GoArgument | undefined): GoArgument | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "name") return piped === undefined ? this.#argument() : undefined;
    this.#at++;
    const args: GoArgument[] = [];
    for (let argument = this.#argument(); argument !== undefined; argument = this.#argument())
      args.push(argument);
    if (piped !== undefined) args.push(piped);
    return { kind: "call", name: token.value, arguments: args };
  }

  #argument(): GoArgument | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined) return undefined;
    if (token.kind === "sign") {
      if (!this.#takes("(")) return undefined;
      const inner = this.pipeline();
      return this.#takes(")") ? inner : undefined;
    }
    this.#at++;
    if (token.kind === "string") return { kind: "literal", value: token.value };
    if (token.kind === "number") return { kind: "literal", value: Number(token.value) };
    return { kind: "call", name: token.value, arguments: [] };
  }
}
