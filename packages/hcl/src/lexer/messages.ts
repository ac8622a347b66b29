import type { SyntaxCode } from "./syntax-code.js";

/**
 * Every way in which a text can fail to be HCL: what is wrong and what was expected, then what to do. `{}` stands for
 * the part that differs from case to case. The codes are stable; the wording is not.
 */
export const MESSAGES: Readonly<Record<SyntaxCode, readonly [summary: string, detail: string]>> = {
  // -------------------------------------------------------------------------------------------- characters
  "invalid-character": [
    "HCL has no use for the character {}",
    "Remove it, or write it inside a quoted string.",
  ],
  "invalid-encoding": ["The file is not UTF-8", "Save it as UTF-8."],
  "single-quote": ["HCL has no single quotes", 'Use double quotes: "…".'],
  backtick: ["HCL has no backticks", "Use double quotes, or a heredoc (<<EOT) for text of several lines."],
  "curly-quote": ["Curly quotes are no quotes to HCL", 'Replace them with straight ones: "…".'],
  semicolon: [
    "HCL has no semicolons",
    "Put each argument on its own line; separate the items of a list with commas.",
  ],
  "bitwise-operator": [
    "HCL has no bitwise operator {}",
    "Use && and || to combine conditions, and ! to negate one.",
  ],
  "unterminated-comment": ["This comment never ends", "Close it with */."],
  "stray-carriage-return": [
    "A carriage return stands here without a line feed",
    "End lines with \\n or \\r\\n.",
  ],
  // ----------------------------------------------------------------------------------------------- strings
  "multi-line-string": [
    "A quoted string has to end on the line it starts on",
    'Close it with ", write \\n for a line break, or use a heredoc (<<EOT).',
  ],
  "unterminated-string": ["This string never ends", 'Close it with ".'],
  "unterminated-heredoc": [
    "This heredoc never ends",
    "Write {} alone on the line after its text, and end that line.",
  ],
  "unterminated-sequence": ["This template sequence never ends", "Close it with }."],
  "invalid-escape": [
    "{} is no escape sequence",
    'HCL knows \\n, \\r, \\t, \\", \\\\, \\uXXXX and \\UXXXXXXXX.',
  ],
  "short-unicode-escape": ["{} has too few hexadecimal digits", "\\u takes four of them, \\U eight."],
  "impossible-character": [
    "{} names no Unicode character",
    "Write the character's own code point, with \\U above FFFF.",
  ],
  "invalid-number": [
    "{} is no number",
    "Write digits, with at most one point and one exponent: 12, 1.5, 1e3.",
  ],
  "template-in-label": [
    "A block's label is plain text, without {} sequences",
    "Double the mark to mean it literally: $${, %%{.",
  ],
  // ------------------------------------------------------------------------------------- arguments, blocks
  "expected-item": [
    "An argument or a block is expected here, found {}",
    'Write `name = value`, or `type "label" { … }`.',
  ],
  "quoted-argument-name": ["The name of an argument is not quoted", "Remove the quotes."],
  "expected-equals": [
    "{} needs a value or a body",
    "Write `=` and a value for an argument, `{` for a block.",
  ],
  "missing-newline": ["A line break is expected after {}", "Put what follows on its own line."],
  "argument-comma": [
    "Arguments are not separated by commas",
    "Put each argument on its own line, without a comma.",
  ],
  "duplicate-attribute": ["{} is set twice in this body", "Keep one of them."],
  "expected-block-body": [
    "A label or { is expected here, found {}",
    "Write the block's labels in quotes, then { on the same line.",
  ],
  "block-with-equals": [
    "A block has no = before its body",
    "Remove the =, or drop the labels to make this an argument.",
  ],
  "brace-on-own-line": [
    "The { of a block stands on the line of its type",
    "Move it up to the end of that line.",
  ],
  "crowded-block": [
    "A block on one line holds one argument and nothing else",
    "Put what it holds on lines of its own.",
  ],
  "unclosed-block": ["This block is never closed", "Add its }, or look for a { too many inside it."],
  "unexpected-closer": ["Nothing is open that {} could close", "Remove it, or add what opens it."],
  // ------------------------------------------------------------------------------------------- expressions
  "expected-expression": [
    "An expression is expected here, found {}",
    "Write a value, a reference or a call.",
  ],
  "heredoc-start": [
    "A heredoc's marker is followed by a line break at once",
    "Move what follows <<MARKER to another line; comments and spaces may not stand there either.",
  ],
  "unclosed-parenthesis": [
    "A ) is expected here, found {}",
    "Close the parenthesis, or add the missing operator.",
  ],
  "unclosed-list": [
    "A comma or ] is expected here, found {}",
    "Separate items with commas and close the list with ].",
  ],
  "unclosed-object": [
    "A line break, a comma or } is expected here, found {}",
    "Put each entry on its own line, or separate entries with commas.",
  ],
  "unclosed-index": ["A ] is expected here, found {}", "Close the index."],
  "unclosed-call": [
    "A comma or ) is expected here, found {}",
    "Separate arguments with commas and close the call with ).",
  ],
  "expand-not-last": [
    "Only the last argument of a call can be followed by ...",
    "Move it to the end, then write ).",
  ],
  "object-value": ["The entry has no value", "Write `key = value`."],
  "object-separator": [
    "= is expected after the key of an entry, found {}",
    "Write `key = value`; quote a key that is no name.",
  ],
  "missing-else": [
    "A : is expected here, found {}",
    "A conditional has both results: condition ? then : else.",
  ],
  "attribute-name": [
    "A name is expected after the dot, found {}",
    'Write `.name`, or ["name"] for a key that is no name.',
  ],
  "chained-legacy-index": [
    "{} reads as a decimal number, not as two indexes",
    "Write the indexes in brackets: [0][1].",
  ],
  "nested-splat": ["A .* stands inside another .*", "Use [*] for the outer one."],
  "splat-bracket": ["A ] is expected after [*, found {}", "Write [*]."],
  "function-name": ["A function's name is expected after ::, found {}", "Write `namespace::name(…)`."],
  "function-parenthesis": [
    "A ( is expected after a function's name, found {}",
    "Call it: `namespace::name(…)`.",
  ],
  "for-name": ["A variable's name is expected after {}", "Write `for value in …`, or `for key, value in …`."],
  "for-in": ["`in` is expected here, found {}", "Write `for value in collection : …`."],
  "for-colon": [
    "A : is expected after the collection, found {}",
    "Write `for value in collection : result`.",
  ],
  "for-end": [
    "The for-expression is expected to end here, found {}",
    "Close it, or write `if condition` before its end.",
  ],
  "for-key-in-list": [
    "A for-expression in [ ] has no key",
    "Write the value alone, or use { } to build an object.",
  ],
  "for-group-in-list": [
    "A for-expression in [ ] cannot group",
    "Remove the ..., or use { } to build an object.",
  ],
  "for-without-key": [
    "A for-expression in { } needs a key",
    "Write `key => value`, or use [ ] to build a list.",
  ],
  "extra-after-expression": ["The expression is expected to end here, found {}", "Remove what follows it."],
  // --------------------------------------------------------------------------------------------- templates
  "unclosed-interpolation": [
    "A } is expected here to close the interpolation, found {}",
    "Close it; to mean a literal ${, write $${.",
  ],
  "directive-keyword": [
    "if, else, endif, for or endfor is expected here, found {}",
    "To mean a literal %{, write %%{.",
  ],
  "directive-end": [
    "A } is expected here to close the directive, found {}",
    "Close it; to mean a literal %{, write %%{.",
  ],
  "unexpected-directive": [
    "There is no directive open that {} belongs to",
    "Remove it, or open the directive.",
  ],
  "unclosed-directive": ["This directive has no {}", "Add it where the directive's text ends."],
  // ------------------------------------------------------------------------------------------------- JSON
  "json-value": [
    "A JSON value is expected here, found {}",
    "Write an object, a list, a string, a number, true, false or null.",
  ],
  "json-key": ["A property's name is expected here, found {}", 'Write it in double quotes: "name".'],
  "json-colon": ["A : is expected after a property's name, found {}", 'Write "name": value.'],
  "json-comma": [
    "A comma or the closing bracket is expected here, found {}",
    "Separate what brackets hold with commas.",
  ],
  "json-trailing-comma": ["JSON has no comma after the last {}", "Remove it."],
  "json-unclosed": ["This {} is never closed", "Close it."],
  "json-number": ["{} is no JSON number", "Write digits without leading zeros: 12, -1.5, 1e3."],
  "json-string": [
    "This is no JSON string",
    'Close it with ", and escape control characters and backslashes.',
  ],
  "json-keyword": ["{} is no JSON value", "JSON knows true, false and null; quote text."],
  "json-extra": ["The JSON value is expected to end here, found {}", "Remove what follows it."],
  "json-root": ["The root of a configuration is an object, or a list of objects", "Wrap it in { }."],
  "json-body-type": [
    "An object is expected here, or a list of objects",
    "Write the arguments and blocks as properties.",
  ],
  "json-label-type": [
    "An object is expected here, whose property names are the {} of the block",
    'Write { "label": { … } }.',
  ],
  "json-missing-label": [
    "The {} is missing",
    "Write it as the name of a property that holds the block; leave the property out for no block.",
  ],
  "json-block-type": [
    "The content of block {} is expected here: an object, or a list of objects",
    "Write { … }.",
  ],
  "json-unknown-property": ["Nothing is named {} here", "Correct the name, or remove the property."],
  "json-duplicate-argument": ["{} is set twice", "Keep one of them."],
  "json-missing-argument": ["{} is required and missing", "Add it."],
  // ------------------------------------------------------------------------------------------------- limits
  "layout-too-large": [
    "The file is nested so deeply that its indentation would dwarf it",
    "Nest less deeply.",
  ],
  "too-many-errors": ["There are more errors than are listed", "Mend these first."],
};
