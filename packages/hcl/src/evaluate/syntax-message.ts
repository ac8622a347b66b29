import type { SyntaxCode } from "../lexer/syntax-code.js";
import type { SyntaxDiagnostic } from "../parser/diagnostic.js";
import type { SourceText } from "../source.js";
import { formatRange, type Range } from "./diagnostic.js";

/** How HCL words an error. */
export interface HclMessage {
  readonly summary: string;
  readonly detail: string;
}

type Wording = HclMessage | ((at: ErrorPlace) => HclMessage);

/** What a message may depend on: the text at fault, the character and the place that it starts at. */
interface ErrorPlace {
  readonly text: string;
  readonly rest: string;
  readonly before: string;
  readonly source: SourceText;
}

/** Where the innermost `if` starts that is open at the end of a text. */
function openIf(before: string, source: SourceText): string {
  const open: Range[] = [];
  for (const match of before.matchAll(/%\{~?\s*(if|endif|for|endfor)\b[^}]*\}/g)) {
    if (match[1] === "endif" || match[1] === "endfor") open.pop();
    else open.push({ start: match.index, end: match.index + match[0].length });
  }
  const last = open.at(-1);
  return last === undefined ? "" : formatRange(last, source);
}

const message = (summary: string, detail: string): HclMessage => ({ summary, detail });

const START_EXPECTED = "Expected the start of an expression, but found";
const EXPRESSION = message("Invalid expression", `${START_EXPECTED} an invalid expression token.`);
const UNTERMINATED = message("Unterminated template string", "No closing marker was found for the string.");
const UNCLOSED = message(
  "Unclosed template interpolation sequence",
  "There is no closing brace for this interpolation sequence before the end of the quoted template. This might be caused by incorrect nesting inside the given expression.",
);
const NOT_LANGUAGE = message("Invalid character", "This character is not used within the language.");

const bitwise = ({ text }: ErrorPlace): HclMessage => {
  const [name, sign] = text === "&" ? ["AND", "&&"] : text === "|" ? ["OR", "||"] : ["NOT", "!"];
  const hint = text === "^" ? "" : ` Did you mean boolean ${name} ("${sign}")?`;
  return message("Unsupported operator", `Bitwise operators are not supported.${hint}`);
};

const escape = ({ text }: ErrorPlace): HclMessage =>
  message(
    "Invalid escape sequence",
    `The symbol "${text.slice(1)}" is not a valid escape sequence selector.`,
  );

const shortEscape = ({ text }: ErrorPlace): HclMessage => {
  const letter = text.charAt(1);
  const count = letter === "u" ? "four" : "eight";
  return message(
    "Invalid escape sequence",
    `The \\${letter} escape sequence must be followed by ${count} hexadecimal digits.`,
  );
};

const impossible = ({ text }: ErrorPlace): HclMessage => {
  const code = Number.parseInt(text.slice(2), 16).toString(16).toUpperCase().padStart(4, "0");
  return message("Invalid escape sequence", `Cannot encode character U+${code} in UTF-8.`);
};

const keyword = ({ rest }: Pick<ErrorPlace, "rest">): HclMessage => {
  const word = /^[\p{L}_][\p{L}\p{N}_-]*/u.exec(rest)?.[0];
  if (word === undefined) {
    return message(
      "Invalid template directive",
      'A template directive keyword ("if", "for", etc) is expected at the beginning of a %{ sequence.',
    );
  }
  const hint = word === "elseif" || word === "elif" ? ' Did you mean "else"?' : "";
  return message(
    "Invalid template control keyword",
    `"${word}" is not a valid template control keyword.${hint}`,
  );
};

const expression = ({ rest }: ErrorPlace): HclMessage =>
  rest.trim() === "" ? message("Missing expression", `${START_EXPECTED} the end of the file.`) : EXPRESSION;

/** A bracket or a call that is not closed before the end of the file, or in which something else stands. */
const unclosed =
  (atEnd: HclMessage, otherwise: HclMessage) =>
  ({ rest }: ErrorPlace): HclMessage =>
    rest.trim() === "" ? atEnd : otherwise;

const list = message(
  "Unterminated tuple constructor expression",
  "There is no corresponding closing bracket before the end of the file. This may be caused by incorrect bracket nesting elsewhere in this file.",
);

const entry = ({ rest }: ErrorPlace): HclMessage => {
  if (rest.trim() !== "") {
    return message(
      "Missing attribute separator",
      "Expected a newline or comma to mark the beginning of the next attribute.",
    );
  }
  return message(
    "Unterminated object constructor expression",
    "There is no corresponding closing brace before the end of the file. This may be caused by incorrect brace nesting elsewhere in this file.",
  );
};

const separator = ({ rest, text }: ErrorPlace): HclMessage => {
  if (text.startsWith("\n") || rest.startsWith("\n")) {
    return message(
      "Missing attribute value",
      'Expected an attribute value, introduced by an equals sign ("=").',
    );
  }
  return message(
    "Missing key/value separator",
    'Expected an equals sign ("=") to mark the beginning of the attribute value.',
  );
};

/** HCL's words for the errors that an expression or a template can have. */
const WORDINGS: Readonly<Partial<Record<SyntaxCode, Wording>>> = {
  "invalid-character": NOT_LANGUAGE,
  "invalid-encoding": message(
    "Invalid character encoding",
    "All input files must be UTF-8 encoded. Ensure that UTF-8 encoding is selected in your editor.",
  ),
  "single-quote": message(
    "Invalid character",
    'Single quotes are not valid. Use double quotes (") to enclose strings.',
  ),
  backtick: message(
    "Invalid character",
    'The "`" character is not valid. To create a multi-line string, use the "heredoc" syntax, like "<<EOT".',
  ),
  "curly-quote": message(
    "Invalid character",
    '"Curly quotes" are not valid here. These can sometimes be inadvertently introduced when sharing code via documents or discussion forums. It might help to replace the character with a "straight quote".',
  ),
  semicolon: message(
    "Invalid character",
    'The ";" character is not valid. Use newlines to separate arguments and blocks, and commas to separate items in collection values.',
  ),
  "bitwise-operator": bitwise,
  "multi-line-string": message(
    "Invalid multi-line string",
    'Quoted strings may not be split over multiple lines. To produce a multi-line string, either use the \\n escape to represent a newline character or use the "heredoc" multi-line template syntax.',
  ),
  "unterminated-string": ({ before, rest }) => {
    // A string that opens where an interpolation or a directive should have ended is the smaller mistake.
    if (/%\{~?\s*$/.test(before)) return keyword({ rest });
    return /\$\{[^}]*$/.test(before) ? UNCLOSED : UNTERMINATED;
  },
  "unterminated-heredoc": UNTERMINATED,
  "unterminated-sequence": ({ rest }) =>
    rest.startsWith("%{") ? keyword({ rest: rest.slice(2).trimStart() }) : UNCLOSED,
  "invalid-escape": escape,
  "short-unicode-escape": shortEscape,
  "impossible-character": impossible,
  "invalid-number": message(
    "Invalid number literal",
    "Failed to recognize the value of this number literal.",
  ),
  "expected-expression": expression,
  "heredoc-start": EXPRESSION,
  "unclosed-parenthesis": message(
    "Unbalanced parentheses",
    "Expected a closing parenthesis to terminate the expression.",
  ),
  "unclosed-list": unclosed(
    list,
    message("Missing item separator", "Expected a comma to mark the beginning of the next item."),
  ),
  "unclosed-object": entry,
  "unclosed-index": unclosed(
    message("Missing close bracket on index", 'The index operator must end with a closing bracket ("]").'),
    message("Missing close bracket on index", 'The index operator must end with a closing bracket ("]").'),
  ),
  "unclosed-call": unclosed(
    message(
      "Unterminated function call",
      "There is no closing parenthesis for this function call before the end of the file. This may be caused by incorrect parenthesis nesting elsewhere in this file.",
    ),
    message(
      "Missing argument separator",
      "A comma is required to separate each function argument from the next.",
    ),
  ),
  "expand-not-last": message(
    "Missing closing parenthesis",
    "An expanded function argument (with ...) must be immediately followed by closing parentheses.",
  ),
  "object-value": message(
    "Missing attribute value",
    'Expected an attribute value, introduced by an equals sign ("=").',
  ),
  "object-separator": separator,
  "missing-else": message(
    "Missing false expression in conditional",
    "The conditional operator (...?...:...) requires a false expression, delimited by a colon.",
  ),
  "attribute-name": message("Invalid attribute name", "An attribute name is required after a dot."),
  "chained-legacy-index": ({ text }) => {
    const [first = "", second = ""] = text.split(".");
    return message(
      "Invalid legacy index syntax",
      `When using the legacy index syntax, chaining two indexes together is not permitted. Use the proper index syntax instead, like [${first}][${second}].`,
    );
  },
  "nested-splat": message(
    "Nested splat expression not allowed",
    "A splat expression (*) cannot be used inside another attribute-only splat expression.",
  ),
  "splat-bracket": message(
    "Missing close bracket on splat index",
    'The star for a full splat operator must be immediately followed by a closing bracket ("]").',
  ),
  "function-name": message(
    "Missing function name",
    "Function scope resolution symbol :: must be followed by a function name in this scope.",
  ),
  "function-parenthesis": message(
    "Missing open parenthesis",
    "Function selector must be followed by an open parenthesis to begin the function call.",
  ),
  "for-name": message("Invalid 'for' expression", "For expression requires variable name after 'for'."),
  "for-in": message(
    "Invalid 'for' expression",
    "For expression requires the 'in' keyword after its name declarations.",
  ),
  "for-colon": message(
    "Invalid 'for' expression",
    "For expression requires a colon after the collection expression.",
  ),
  "for-end": message("Invalid 'for' expression", "Extra characters after the end of the 'for' expression."),
  "for-key-in-list": message(
    "Invalid 'for' expression",
    "Key expression is not valid when building a tuple.",
  ),
  "for-group-in-list": message(
    "Invalid 'for' expression",
    "Grouping ellipsis (...) cannot be used when building a tuple.",
  ),
  "for-without-key": message(
    "Invalid 'for' expression",
    "Key expression is required when building an object.",
  ),
  "extra-after-expression": message(
    "Extra characters after expression",
    "An expression was successfully parsed, but extra characters were found after it.",
  ),
  "unclosed-interpolation": message(
    "Extra characters after interpolation expression",
    "Expected a closing brace to end the interpolation expression, but found extra characters.",
  ),
  "directive-keyword": keyword,
  "directive-end": ({ before }) => {
    const word = /%\{~?\s*(\w+)[^%]*$/.exec(before)?.[1] ?? "if";
    return message(
      `Extra characters in ${word} expression`,
      `Expected a closing brace to end the ${word} expression, but found extra characters.`,
    );
  },
  "unexpected-directive": ({ text, before, source }) => {
    const word = /\w+/.exec(text)?.[0] ?? "";
    return word === "else"
      ? message(
          "Unexpected else directive",
          `Already in the else clause for the if started at ${openIf(before, source)}.`,
        )
      : message(
          `Unexpected ${word} directive`,
          "The control directives within this template are unbalanced.",
        );
  },
  "unclosed-directive": message(
    "Unexpected end of template",
    "The if or for directive is missing its corresponding end directive.",
  ),
};

/**
 * A syntax error in the words of HCL's own parser, as Packer prints it. The parser of this package words its errors in its
 * own way, which says what to do; where Packer's words are wanted, to compare or to search for, they are here.
 */
export function hclSyntaxMessage(diagnostic: SyntaxDiagnostic, source: SourceText): HclMessage {
  const { code, start, end } = diagnostic;
  const wording = WORDINGS[code];
  if (wording === undefined) return { summary: diagnostic.summary, detail: diagnostic.detail };
  if (typeof wording !== "function") return wording;
  const { text } = source;
  return wording({
    text: text.slice(start, end),
    rest: text.slice(start),
    before: text.slice(0, start),
    source,
  });
}
