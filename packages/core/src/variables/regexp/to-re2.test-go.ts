import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { referenceSync } from "../../../../../tools/src/hcl-reference.js";
import { holdLaw } from "../../../../../tools/src/reference-law.js";
import { toRe2 } from "./to-re2.js";

/** Characters that patterns treat in ways of their own. */
const character = fc.constantFrom(
  ...Array.from("abkKsS019_- .,\t\n\r\v\f\b\0éßΩжק中 \u2028\ufeff\u3000{}[]()|^$+*?\\/&:=!<>"),
);
const text = fc.string({ unit: character, maxLength: 12 });

const literal = fc.constantFrom(...Array.from("abkKsS019_- ,éßΩж中:=!<>&/"));
const escape = fc.constantFrom(
  "\\d",
  "\\D",
  "\\w",
  "\\W",
  "\\s",
  "\\S",
  "\\.",
  "\\-",
  "\\\\",
  "\\/",
  "\\[",
  "\\]",
  "\\(",
  "\\)",
  "\\{",
  "\\}",
  "\\^",
  "\\$",
  "\\|",
  "\\+",
  "\\*",
  "\\?",
  "\\n",
  "\\t",
  "\\r",
  "\\v",
  "\\f",
  "\\0",
  "\\x41",
  "\\u00e9",
  "\\u2028",
  "\\cJ",
);
const range = fc.constantFrom("a-z", "0-9", "A-K", "é-ω", "+--", "\\t-\\r", " -~");
const classItem = fc.oneof(literal, escape, range, fc.constantFrom("-", "^", ".", "$", "(", "|", "[", "\\b"));
const charClass = fc
  .tuple(fc.constantFrom("", "^"), fc.array(classItem, { maxLength: 4 }))
  .map(([negation, items]) => `[${negation}${items.join("")}]`);
const { pattern: source } = fc.letrec<{ pattern: string; term: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { weight: 5, arbitrary: literal },
    { weight: 3, arbitrary: escape },
    { weight: 3, arbitrary: charClass },
    { weight: 1, arbitrary: fc.constantFrom(".", "^", "$", "\\b", "\\B") },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("(", "(?:"), tie("pattern"))
        .map(([opening, inner]) => `${opening}${inner})`),
    },
  ),
  term: fc
    .tuple(tie("atom"), fc.constantFrom("", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "+?", "{,2}"))
    .map(([atom, quantifier]) => atom + quantifier),
  pattern: fc
    .array(fc.array(tie("term"), { maxLength: 4 }), { minLength: 1, maxLength: 2 })
    .map((alternatives) => alternatives.map((terms) => terms.join("")).join("|")),
}));

/** Patterns that JavaScript takes; the flags are those under which both count characters alike. */
const expression = fc
  .tuple(source, fc.constantFrom("", "s", "u", "su", "iu", "y"))
  .map(([pattern, flags]) => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return undefined;
    }
  })
  .filter((found) => found !== undefined)
  .filter((found) => "pattern" in toRe2(found));

function pattern(of: RegExp): string {
  const translation = toRe2(of);
  if ("refused" in translation) throw new Error(translation.refused);
  return translation.pattern;
}

describe("a translated regular expression", () => {
  it("finds in Go what it finds in JavaScript", () => {
    holdLaw(fc.tuple(expression, text), 20_000, {
      ask: ([found, value]) => ({ command: "regexp", text: pattern(found), other: value }),
      judge: ({ matches }, [found, value]) => {
        found.lastIndex = 0;
        expect(matches).toBe(found.test(value));
      },
    });
  });

  it("of zod's own formats does so too", () => {
    const formats = [
      z.email(),
      z.uuid(),
      z.uuidv4(),
      z.guid(),
      z.ipv4(),
      z.cidrv4(),
      z.mac(),
      z.iso.date(),
      z.iso.time(),
      z.iso.datetime(),
      z.base64(),
      z.base64url(),
      z.e164(),
      z.nanoid(),

      z.cuid2(),
      z.ulid(),
      z.xid(),
      z.ksuid(),
      z.hex(),
    ];
    const values = [
      "a@b.co",
      "a..b@c.de",
      ".a@b.co",
      "A+b@c-d.example",
      "550e8400-e29b-41d4-a716-446655440000",
      "10.0.0.1",
      "10.0.0.256",
      "10.0.0.0/8",
      "10.0.0.0/33",
      "00:1A:2b:3c:4d:5e",
      "2026-02-29",
      "2024-02-29",
      "12:30:00",
      "2026-01-31T12:30:00Z",
      "aGk=",
      "aGk",
      "+49301234567",
      "V1StGXR8_Z5jdHi6B-myT",
      "01ARZ3NDEKTSV4RRFFQ69G5FAV",
      "ff00",
      "",
      " ",
      "a\n",
    ];
    const asked = formats.flatMap((format) => {
      const { pattern: own } = format._zod.def as { readonly pattern?: RegExp };
      return own === undefined ? [] : values.map((value) => ({ own, value }));
    });
    expect(asked.length).toBe(formats.length * values.length);
    const answers = referenceSync(
      asked.map(({ own, value }) => ({ command: "regexp", text: pattern(own), other: value })),
    );
    expect(answers.map(({ matches }) => matches)).toEqual(asked.map(({ own, value }) => own.test(value)));
  });
});
