import { printExpression } from "@packwright/hcl";
import { snapshot } from "../snapshot.js";
import { write } from "../to-node.js";
import { typeOfValue } from "../type-of-value.js";
import type { ValueType } from "../value-type.js";
import type { Written } from "../written.js";

/** A value that is to stand in an expression of text: the identifier that holds its place there, and what it is. */
export interface Hole {
  readonly placeholder: string;
  /** How messages show it: `${var.region}`. */
  readonly shown: string;
  readonly value: unknown;
  readonly written: Written;
  readonly type: ValueType;
}

/** Text with holes in it, as the parser gets to see it. */
export interface TextWithHoles {
  readonly text: string;
  readonly holes: readonly Hole[];
  /** A message of the parser, values shown in the place of their identifiers. */
  readonly show: (message: string) => string;
}

const LONGEST = 40;
const FIRST_LETTER = 0xa000;

/**
 * Puts an identifier in the place of each value. It is a word to HCL wherever a value may stand, in an expression and
 * in the middle of a quoted text alike, so that what a hole means is found in the tree.
 */
export function fill(strings: readonly string[], values: readonly unknown[]): TextWithHoles {
  const letter = unusedLetter(strings);
  const holes = values.map((value, at): Hole => {
    const held = snapshot(value);
    const written = write(held);
    const text = `\${${printExpression(written.node)}}`;
    const shown = text.length > LONGEST || /[^ -~]/.test(text) ? "${…}" : text;
    // As long as what is shown for it, so that a mark under the text stands where it belongs.
    const placeholder = `${letter}${String(at)}${letter}`.padEnd(shown.length, letter);
    return { placeholder, shown, value, written, type: typeOfValue(held) };
  });
  return {
    text: strings.map((part, at) => part + (holes[at]?.placeholder ?? "")).join(""),
    holes,
    show: (message) =>
      holes.reduce((text, { placeholder, shown }) => text.replaceAll(placeholder, shown), message),
  };
}

/** A letter of a script in which nobody writes templates, or the next one that the text does not have. */
function unusedLetter(strings: readonly string[]): string {
  for (let code = FIRST_LETTER; ; code++) {
    const letter = String.fromCharCode(code);
    if (!strings.some((part) => part.includes(letter))) return letter;
  }
}

/** Literal text and the holes in it. */
export function piecesOf(text: string, holes: readonly Hole[]): readonly (string | Hole)[] {
  let pieces: readonly (string | Hole)[] = [text];
  for (const hole of holes) {
    pieces = pieces.flatMap((piece) => {
      if (typeof piece !== "string" || !piece.includes(hole.placeholder)) return [piece];
      const [before = "", ...after] = piece.split(hole.placeholder);
      return [before, ...after.flatMap((rest) => [hole, rest])];
    });
  }
  return pieces;
}

export function hasHole(text: string, holes: readonly Hole[]): boolean {
  return holes.some(({ placeholder }) => text.includes(placeholder));
}

/** What is to be said of a value that stands where none can. */
export function misplaced({ shown }: Hole, where: string): string {
  return `${shown} stands ${where}, where HCL has no place for a value`;
}
