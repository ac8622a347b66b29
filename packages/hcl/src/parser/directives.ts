import type { Problems } from "../lexer/problems.js";
import type { ForDirective, IfDirective, Strip, TemplatePart } from "../nodes.js";
import type { RawDirective, RawPart } from "./template-parts.js";

/** A directive that waits for its end, and the parts that the text before it went to. */
interface Open {
  readonly directive: RawDirective;
  readonly outer: TemplatePart[];
  then: readonly TemplatePart[] | undefined;
  elseStrip: Strip | undefined;
}

/** Puts directives and the text between them together. */
export function assembleParts(parts: readonly RawPart[], problems: Problems): readonly TemplatePart[] {
  if (hasNoDirective(parts)) return parts;
  const stack: Open[] = [];
  let current: TemplatePart[] = [];
  for (const part of parts) {
    if (part.kind !== "directive") {
      current.push(part);
      continue;
    }
    const top = stack.at(-1);
    switch (part.word) {
      case "if":
      case "for":
        stack.push({ directive: part, outer: current, then: undefined, elseStrip: undefined });
        // One that could not be read leaves its text to the parts around it.
        if (part.expression !== undefined) current = [];
        break;
      case "else":
        if (top?.directive.word !== "if" || top.then !== undefined) {
          problems.report("unexpected-directive", part.start, part.end, "else");
        } else {
          top.then = exact(current);
          top.elseStrip = part.strip;
          if (top.directive.expression !== undefined) current = [];
        }
        break;
      default:
        if (top === undefined || `end${top.directive.word}` !== part.word) {
          problems.report("unexpected-directive", part.start, part.end, part.word);
        } else {
          stack.pop();
          current = close(top, current, part);
        }
    }
  }
  for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
    const { directive } = open;
    problems.report("unclosed-directive", directive.start, directive.end, `end${directive.word}`);
    current = close(open, current, undefined);
  }
  return exact(current);
}

function hasNoDirective(parts: readonly RawPart[]): parts is readonly Exclude<RawPart, RawDirective>[] {
  return parts.every((part) => part.kind !== "directive");
}

/** A list that has grown item by item has room for many more, which a deeply nested template has no memory for. */
function exact<T>(list: readonly T[]): readonly T[] {
  return list.slice();
}

/** Adds a finished directive to the parts around it. */
function close(open: Open, current: TemplatePart[], end: RawDirective | undefined): TemplatePart[] {
  const { directive, outer } = open;
  if (directive.expression !== undefined) {
    const inner = exact(current);
    outer.push(directive.word === "if" ? ifDirective(open, inner, end) : forDirective(open, inner, end));
  }
  return outer;
}

function ifDirective(
  open: Open,
  current: readonly TemplatePart[],
  end: RawDirective | undefined,
): IfDirective {
  const { directive, then, elseStrip } = open;
  const strip = compact({ if: directive.strip, else: elseStrip, endif: end?.strip });
  return {
    kind: "if-directive",
    condition: directive.expression ?? { kind: "null" },
    then: then ?? current,
    ...(then === undefined ? {} : { else: current }),
    ...(strip === undefined ? {} : { strip }),
    start: directive.start,
    end: end?.end ?? directive.end,
  };
}

function forDirective(
  open: Open,
  parts: readonly TemplatePart[],
  end: RawDirective | undefined,
): ForDirective {
  const { directive } = open;
  const strip = compact({ for: directive.strip, endfor: end?.strip });
  return {
    kind: "for-directive",
    ...(directive.keyName === undefined ? {} : { keyName: directive.keyName }),
    valueName: directive.valueName,
    collection: directive.expression ?? { kind: "null" },
    parts,
    ...(strip === undefined ? {} : { strip }),
    start: directive.start,
    end: end?.end ?? directive.end,
  };
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what is there; `undefined` when nothing is. */
function compact<T extends Readonly<Record<string, Strip | undefined>>>(strips: T): Defined<T> | undefined {
  const found = Object.entries(strips).filter(([, strip]) => strip !== undefined);
  // The entries are those of `strips` whose value is defined, which is what the type says.
  return found.length === 0 ? undefined : (Object.fromEntries(found) as Defined<T>);
}
