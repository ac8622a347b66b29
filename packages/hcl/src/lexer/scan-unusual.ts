import type { Scanner } from "./scanner.js";
import { INVALID, STRING_ESCAPED } from "./token-kind.js";

const LINE_FEED = 10;
/** How far the other quote is looked for; a bound, so that a hostile file cannot make it slow. */
const LOOK_AHEAD = 1000;

/** A character that no token starts with: notes what is wrong and passes over it, or over what it seems to quote. */
export function scanUnusual(scanner: Scanner, at: number): number {
  const { text, problems, tokens } = scanner;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const end = at + character.length;
  switch (character) {
    case "'":
      return scanWrongQuotes(scanner, at, "'", "single-quote");
    case "`":
      return scanWrongQuotes(scanner, at, "`", "backtick");
    case "\u201c":
    case "\u201d":
      return scanWrongQuotes(scanner, at, "\u201d", "curly-quote");
    case ";":
      problems.report("semicolon", at, end);
      break;
    case "&":
    case "|":
    case "^":
    case "~":
      problems.report("bitwise-operator", at, end, character);
      break;
    case "\r":
      problems.report("stray-carriage-return", at, end);
      break;
    default:
      if (scanner.isBroken(at)) problems.report("invalid-encoding", scanner.broken[0] ?? at, end);
      else problems.report("invalid-character", at, end, describe(character));
  }
  tokens.push(INVALID, at, end);
  return end;
}

/** Text in the wrong quotes is still text: it is read as a string, so that the rest of the line makes sense. */
function scanWrongQuotes(
  scanner: Scanner,
  at: number,
  closer: string,
  code: "single-quote" | "backtick" | "curly-quote",
): number {
  const { text } = scanner;
  scanner.problems.report(code, at, at + 1);
  if (at < scanner.quoteSearched && closer === scanner.quoteSought) {
    // The last search passed here and found none.
    scanner.tokens.push(INVALID, at, at + 1);
    return at + 1;
  }
  const limit = Math.min(text.length, at + LOOK_AHEAD);
  let end = at + 1;
  for (; end < limit && text.charCodeAt(end) !== LINE_FEED; end++) {
    const character = text.charAt(end);
    if (character === closer) {
      scanner.tokens.push(STRING_ESCAPED, at, end + 1);
      return end + 1;
    }
    // A straight quote in between: it is more likely that only one of the two is wrong.
    if (character === '"' || character === "{") break;
  }
  scanner.quoteSearched = end;
  scanner.quoteSought = closer;
  scanner.tokens.push(INVALID, at, at + 1);
  return at + 1;
}

function describe(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return code > 32 && code < 127 ? character : name;
}
