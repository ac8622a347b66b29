import { describe, expect, it } from "vitest";
import { toRe2 } from "./to-re2.js";

function patternOf(expression: RegExp): string {
  const translation = toRe2(expression);
  return "pattern" in translation ? translation.pattern : `refused: ${translation.refused}`;
}

describe("toRe2", () => {
  it.each([
    [/^[a-z][-a-z0-9]*$/, "^[a-z][-a-z0-9]*$"],
    [/^\d{1,3}(\.\d+)?$/, "^\\d{1,3}(\\.\\d+)?$"],
    [/a|b*?|(?:c)+/, "a|b*?|(?:c)+"],
    [/\//, "/"],
    [
      /[\w.-]+@[^\s@]/i,
      "(?i)[\\w.-]+@[^\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}@]",
    ],
    [/^a$/m, "(?m)^a$"],
    [/a.b/s, "a(?s:.)b"],
    [/a.b/, "a[^\\n\\r\\x{2028}\\x{2029}]b"],
    [/a/y, "\\A(?:a)"],
    [/a/g, "a"],
    [/(?<year>\d{4})-(\d\d)/, "(?:\\d{4})-(?:\\d\\d)"],
    [/\bx\B/, "\\bx\\B"],
    [/[\b\cA\x41\u00e9\0]/, "[\\x{8}\\x{1}Aé\\x{0}]"],
    [/\p{L}\P{Lu}[\p{Script=Greek}\p{Decimal_Number}]/u, "\\p{L}\\P{Lu}[\\p{Greek}\\p{Nd}]"],
    [/\p{ASCII}/u, "[\\x00-\\x7F]"],
    [/\u{1F600}+/u, "😀+"],
    [/😀/, "😀"],
    [/[]/, "[^\\x00-\\x{10FFFF}]"],
    [/[^]/, "(?s:.)"],
    [/[[:alpha:]]/, "[\\[:alpha:]\\]"],
    [/[+--]/, "[+-\\-]"],
    [/[\w-x]/, "[\\w\\-x]"],
    [/a{,5}{/, "a\\{,5\\}\\{"],
    [/]/, "\\]"],
    [/\-\_\e/, "-_e"],
    [new RegExp(""), "(?:)"],
  ])("says the same in RE2: %s", (expression, pattern) => {
    expect(patternOf(expression)).toBe(pattern);
  });

  it.each([
    [/a(?=b)/, "a lookahead, (?=…), which RE2 does not have"],
    [/a(?!b)/, "a negative lookahead, (?!…), which RE2 does not have"],
    [/(?<=a)b/, "a lookbehind, (?<…), which RE2 does not have"],
    [/(?<!a)b/, "a lookbehind, (?<…), which RE2 does not have"],
    [/(a)\1/, "a reference to a group, \\1, which RE2 does not have"],
    [/(?<a>a)\k<a>/, "a reference to a group, \\k<…>, which RE2 does not have"],
    [
      new RegExp("(?:a)\\1"),
      "an octal escape, which is no longer good JavaScript; write \\x… or the character",
    ],
    [new RegExp("[a&&b]", "v"), "the flag v, whose sets of characters RE2 does not have"],
    [/\p{Emoji}/u, "the property \\p{Emoji}, which RE2 does not have"],
    [/\p{Script=Grek}/u, "the property \\p{Script=Grek}, which RE2 does not have"],
    [/\p{C}/u, "the property \\p{C}, which RE2 does not have"],
    [/\ud800/, "half a character (a lone surrogate), which no text of HCL has"],
    [/[😀]/, "a character beyond U+FFFF in a class, which JavaScript takes for two halves; add the flag u"],
    [/😀+/, "a character beyond U+FFFF that is repeated, of which JavaScript repeats half; add the flag u"],
    [/(a{100}){11}/, "a repetition of more than 1000 times, which RE2 does not make"],
    [/\W/iu, "\\W beside the flags i and u, which RE2 reads in another way"],
  ])("refuses what RE2 cannot say: %s", (expression, reason) => {
    expect(toRe2(expression)).toEqual({ refused: reason });
  });
});
