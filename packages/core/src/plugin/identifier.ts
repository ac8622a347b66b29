import type { Conflict } from "./constraints.js";

type Digit = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";
type Forbidden =
  | " "
  | "."
  | ","
  | ":"
  | ";"
  | "/"
  | "\\"
  | "$"
  | "%"
  | "&"
  | "#"
  | "@"
  | "!"
  | "?"
  | "*"
  | "+"
  | "="
  | "~"
  | "^"
  | "|"
  | "<"
  | ">"
  | "("
  | ")"
  | "["
  | "]"
  | "{"
  | "}"
  | '"'
  | "'"
  | "`"
  | "\n"
  | "\t";

type NoIdentifier = "" | `${string}${Forbidden}${string}` | `${Digit | "-"}${string}`;

/**
 * A name that Packer accepts as a label: letters, digits, `_` and `-`, no digit or dash first.
 *
 * `N` is asked by itself: about an object with it, the compiler would ask all of fifty forms for every function that
 * takes a name, before it knows any.
 */
export type Identifier<N extends string> = N &
  (N extends NoIdentifier
    ? Conflict<"a name has letters, digits, _ and - only, and begins with a letter or _">
    : unknown);

/** The same for names that are only known when the program runs. */
export const IDENTIFIER: RegExp = /^[\p{L}_][\p{L}\p{Nd}\p{Mn}\p{Mc}\p{Pc}_-]*$/u;
