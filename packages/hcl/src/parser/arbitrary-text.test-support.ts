import fc from "fast-check";

/* The small pieces that programs are made of: names, numbers, space, text. */

const WORDS = [
  "a",
  "b",
  "name",
  "var",
  "local",
  "inline",
  "source_image",
  "a-b",
  "_x",
  "é",
  "日本",
  "x1",
  "for1",
  "endif",
];

export const identifier: fc.Arbitrary<string> = fc.constantFrom(...WORDS);

export const number: fc.Arbitrary<string> = fc.oneof(
  fc.nat(1000).map(String),
  fc.constantFrom("0", "007", "1.5", "1e3", "1E-2", "12.50e+1", "1.e5", "123456789012345678901234567890"),
);

/** Space inside a line: none, some, or a block comment. */
export const gap: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom("", " ", "  ", "\t") },
  { weight: 1, arbitrary: fc.constantFrom("/* c */", " /**/ ", "/* a\nb */") },
);

/** Space where newlines do not count. */
export const wideGap: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: gap },
  { weight: 1, arbitrary: fc.constantFrom("\n", "\n  ", " # c\n", " // c\r\n", "\r\n\r\n") },
);

export const lineEnd: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constant("\n") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\r\n", " # c\n", "// c\n", "  /* c */\n", "\n\n", "#é\r\n", " \t\n"),
  },
);

/** A mark that no brace follows, or the text would be a sequence. */
const looseMark = fc.constantFrom("$ ", "%.", "$a", "$é", "%%", "$$ ", "$%", "$$a");

export const quotedText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "a",
        "text ",
        "é",
        "e\u0301",
        "日",
        "👩‍👩‍👧",
        "👍🏽",
        "\u0301",
        "}",
        "~",
        " ",
        "'",
        "/*",
        "#",
      ),
      fc.constantFrom('\\"', "\\\\", "\\n", "\\t", "\\u00e9", "\\U0001f600", "$${", "%%{", "$${~"),
      looseMark,
    ),
    { maxLength: 4 },
  )
  .map((pieces) => withoutSequences(pieces.join("")));

export const plainText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom("a", "word ", " ", "\t", "é", "$${", "%%{", '"', "\\", "}", "\u00a0"),
      looseMark,
    ),
    { maxLength: 4 },
  )
  .map((pieces) => withoutSequences(pieces.join("")));

/** Marks that met a brace, or the end of the text where a sequence may follow, get a space. */
function withoutSequences(text: string): string {
  return text
    .replace(/([$%])(?=\{)/g, (mark, _group, at: number) => (text[at - 1] === mark ? mark : `${mark} `))
    .replace(/[$%]$/, "$& ");
}
