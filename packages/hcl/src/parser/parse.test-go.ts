import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holdLaw } from "../../../../tools/src/reference-law.js";
import { bareTemplate, expression, program } from "./arbitrary-program.test-support.js";
import { brokenProgram, edits, mutate } from "./mutation.test-support.js";
import { comparable, located } from "./located.test-support.js";
import { parse, parseExpression, parseTemplate } from "./parse.js";

describe("a program, as HashiCorp's parser reads it", () => {
  it("is the same tree with the same places, or refused by both", () => {
    holdLaw(program, 8000, {
      ask: (text) => ({ command: "dump", text }),
      judge: ({ ok, tree }, text) => {
        const { body, diagnostics, source } = parse(text);
        expect(diagnostics.length === 0).toBe(ok);
        if (ok) expect(located(body, source)).toEqual(comparable(tree));
      },
    });
  });

  it("is an expression with the same tree", () => {
    holdLaw(expression, 8000, {
      ask: (text) => ({ command: "dump", text, syntax: "expression" }),
      judge: ({ ok, tree }, text) => {
        const { expression: found, diagnostics, source } = parseExpression(text);
        expect(diagnostics.length === 0).toBe(ok);
        if (ok) expect(located(found, source)).toEqual(comparable(tree));
      },
    });
  });

  it("is a bare template that means the same", () => {
    holdLaw(bareTemplate, 8000, {
      ask: (text) => ({ command: "dump", text, syntax: "template" }),
      judge: ({ ok, tree }, text) => {
        const { expression: found, diagnostics, source } = parseTemplate(text);
        expect(diagnostics.length === 0).toBe(ok);
        // The library gives a bare template the range of its tokens without the first; the parser, the whole text.
        if (ok) expect(withoutRange(located(found, source))).toEqual(withoutRange(comparable(tree)));
      },
    });
  });
});

describe("a mutated program", () => {
  it("is refused exactly when HashiCorp's parser refuses it", () => {
    holdLaw(brokenProgram, 30_000, {
      ask: (text) => ({ command: "verdict", text }),
      judge: ({ ok }, text) => {
        expect(parse(text).diagnostics.length === 0).toBe(ok);
      },
    });
  });

  it("is refused exactly when HashiCorp's parser refuses its bytes", () => {
    // Bytes that start no character of a name: HCL's tables let some of those pass with anything behind them.
    const strayByte = fc.oneof(fc.integer({ min: 0x80, max: 0xc1 }), fc.integer({ min: 0xf8, max: 0xff }));
    const bytes = fc
      .tuple(program, edits, fc.array(fc.tuple(fc.nat(), strayByte), { minLength: 1, maxLength: 3 }))
      .map(([text, changes, wrong]) => {
        const encoded = new TextEncoder().encode(mutate(text, changes));
        for (const [at, byte] of wrong)
          if ((encoded[at % encoded.length] ?? 0) < 0x80) encoded[at % encoded.length] = byte;
        return encoded;
      });
    holdLaw(bytes, 10_000, {
      ask: (text) => ({ command: "verdict", text }),
      judge: ({ ok }, text) => {
        expect(parse(text).diagnostics.length === 0).toBe(ok);
      },
    });
  });
});

describe("a character", () => {
  it("can begin or continue a name exactly when HCL says so", () => {
    const planes = [...Array(0x32).keys()].map((row) => row * 0x1000);
    const texts = planes.flatMap((from) => {
      const characters = [...Array(0x1000).keys()]
        .map((at) => from + at)
        .filter((code) => code > 32 && (code < 0xd800 || code > 0xdfff))
        .map((code) => String.fromCodePoint(code));
      // Each on its own line, so that one answer tells of all of them.
      return characters.flatMap((character) => [`${character} = 1\n`, `a${character} = 1\n`]);
    });
    let at = 0;
    const next = fc.constant(0).map(() => texts[at++ % texts.length] ?? "");
    holdLaw(next, texts.length, {
      ask: (text) => ({ command: "verdict", text }),
      judge: ({ ok }, text) => {
        expect([text, parse(text).diagnostics.length === 0]).toEqual([text, ok]);
      },
    });
  });

  it("takes as many columns as HCL counts", () => {
    const character = fc
      .string({ unit: "binary", minLength: 1, maxLength: 1 })
      .filter((each) => each.isWellFormed());
    const characters = fc
      .array(
        fc.oneof(
          character,
          fc.constantFrom(
            "e\u0301",
            "\u0301",
            "\u200d",
            "👩",
            "🏽",
            "각",
            "ᄀ",
            "ᅡ",
            "ᆨ",
            "🇫",
            "\u0903",
            "\u0600",
          ),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((list) => list.filter((each) => !/[*\p{Cc}]/u.test(each)).join(""));
    holdLaw(characters, 20_000, {
      ask: (text) => ({ command: "dump", text: `a = [/*${text}*/ b]\n` }),
      judge: ({ tree }, text) => {
        const { body, source } = parse(`a = [/*${text}*/ b]\n`);
        expect(located(body, source)).toEqual(comparable(tree));
      },
    });
  });
});

function withoutRange(node: unknown): unknown {
  return typeof node === "object" ? { ...node, range: undefined } : node;
}
