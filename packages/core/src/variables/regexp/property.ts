import { Refusal } from "./refusal.js";

/** The general categories of Unicode by their long names; RE2 knows the short ones. */
const CATEGORIES: Readonly<Record<string, string>> = {
  Letter: "L",
  Uppercase_Letter: "Lu",
  Lowercase_Letter: "Ll",
  Titlecase_Letter: "Lt",
  Modifier_Letter: "Lm",
  Other_Letter: "Lo",
  Mark: "M",
  Combining_Mark: "M",
  Nonspacing_Mark: "Mn",
  Spacing_Mark: "Mc",
  Enclosing_Mark: "Me",
  Number: "N",
  Decimal_Number: "Nd",
  digit: "Nd",
  Letter_Number: "Nl",
  Other_Number: "No",
  Punctuation: "P",
  punct: "P",
  Connector_Punctuation: "Pc",
  Dash_Punctuation: "Pd",
  Open_Punctuation: "Ps",
  Close_Punctuation: "Pe",
  Initial_Punctuation: "Pi",
  Final_Punctuation: "Pf",
  Other_Punctuation: "Po",
  Symbol: "S",
  Math_Symbol: "Sm",
  Currency_Symbol: "Sc",
  Modifier_Symbol: "Sk",
  Other_Symbol: "So",
  Separator: "Z",
  Space_Separator: "Zs",
  Line_Separator: "Zl",
  Paragraph_Separator: "Zp",
  Control: "Cc",
  cntrl: "Cc",
  Format: "Cf",
  Private_Use: "Co",
};

const SHORT = new Set(Object.values(CATEGORIES));

/** `\p{…}` of JavaScript as RE2 has it, alone and inside a class. */
export function propertySet(
  property: string,
  isNegated: boolean,
): { readonly alone: string; readonly inClass: string } {
  const [, key, value = property] = /^([A-Za-z_]+)=(.*)$/.exec(property) ?? [];
  const letter = isNegated ? "P" : "p";
  const spelled = (name: string): { alone: string; inClass: string } => {
    const text = `\\${letter}{${name}}`;
    return { alone: text, inClass: text };
  };
  if (key === undefined && (property === "ASCII" || property === "Any")) {
    const [inside, outside] =
      property === "Any" ? ["\\x00-\\x{10FFFF}", undefined] : ["\\x00-\\x7F", "\\x{80}-\\x{10FFFF}"];
    const wanted = isNegated ? outside : inside;
    if (wanted !== undefined) return { alone: `[${wanted}]`, inClass: wanted };
  }
  if (key === undefined || key === "General_Category" || key === "gc") {
    const category = SHORT.has(value) ? value : CATEGORIES[value];
    if (category !== undefined) return spelled(category);
  }
  // Short names of scripts have four letters, as some long ones do, and RE2 knows the long ones only.
  if ((key === "Script" || key === "sc") && SCRIPT.test(value)) return spelled(value);
  throw new Refusal(`the property \\${letter}{${property}}, which RE2 does not have`);
}

/** The scripts that people write patterns for; RE2 has them under these names. */
const SCRIPT =
  /^(?:Arabic|Armenian|Bengali|Bopomofo|Cyrillic|Devanagari|Ethiopic|Georgian|Greek|Gujarati|Gurmukhi|Han|Hangul|Hebrew|Hiragana|Kannada|Katakana|Khmer|Lao|Latin|Malayalam|Mongolian|Myanmar|Oriya|Sinhala|Tamil|Telugu|Thaana|Thai|Tibetan)$/;
