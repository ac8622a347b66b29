import { describe, expect, it } from "vitest";
import { forDirective, ifDirective, interpolation, string, template, text, variable } from "../create.js";
import { bare } from "./bare.test-support.js";
import { parseExpression, parseTemplate } from "./parse.js";

function read(source: string): unknown {
  const { expression, diagnostics } = parseExpression(source);
  expect(diagnostics).toEqual([]);
  return bare(expression);
}

describe("a template", () => {
  it("is text and sequences in turn", () => {
    expect(read('"a ${b}$${c}"')).toEqual(template([text("a "), interpolation(variable("b")), text("${c}")]));
  });

  it("keeps apart an interpolation that stands alone", () => {
    expect(read('"${a}"')).toEqual(template([interpolation(variable("a"))]));
    expect(read('" ${~ a}"')).toEqual(
      template([text(""), { ...interpolation(variable("a")), strip: { left: true } }]),
    );
  });

  it("puts directives and their text together", () => {
    expect(read('"%{ if a }b%{ else }c%{ endif }%{ for k, v in d }${v}%{ endfor }"')).toEqual(
      template([
        ifDirective(variable("a"), [text("b")], [text("c")]),
        forDirective({ key: "k", value: "v" }, variable("d"), [interpolation(variable("v"))]),
      ]),
    );
  });

  it("trims the white space beside ~", () => {
    expect(read('"a ${~ b ~} c %{~ if d ~} e %{~ endif ~} f"')).toMatchObject({
      parts: [
        { value: "a" },
        { strip: { left: true, right: true } },
        { value: "c" },
        {
          kind: "if-directive",
          then: [{ value: "e" }],
          strip: { if: { left: true, right: true }, endif: { left: true, right: true } },
        },
        { value: "f" },
      ],
    });
  });

  it("takes lone marks and doubled ones as text", () => {
    expect(read('"$ % $$ %% $$$${a} %%{b}"')).toEqual(string("$ % $$ %% $$${a} %{b}"));
  });

  it("can hold templates in its sequences", () => {
    expect(read('"${"${a}"}"')).toEqual(template([interpolation(template([interpolation(variable("a"))]))]));
  });
});

describe("a heredoc", () => {
  it("is the lines up to its marker, backslashes literal", () => {
    expect(read("<<EOT\na\\n\n  b\nEOT\n")).toEqual({
      kind: "heredoc",
      marker: "EOT",
      indented: false,
      parts: [text("a\\n\n  b\n")],
    });
  });

  it("loses its common indentation when it is marked with a dash, blank lines aside", () => {
    expect(read("<<-EOT\n    a\n\n      ${b}\n    EOT\n")).toMatchObject({
      indented: true,
      parts: [text("a\n\n  "), { kind: "interpolation" }, text("\n")],
    });
  });

  it("keeps its indentation when a line starts with a sequence", () => {
    expect(read("<<-EOT\n  a\n${b}\n  EOT\n")).toMatchObject({ parts: [text("  a\n"), {}, text("\n")] });
  });

  it("can be empty", () => {
    expect(read("<<EOT\nEOT\n")).toMatchObject({ parts: [] });
  });

  it("ends at its marker with white space around it, whatever the line ends with", () => {
    expect(read("<<EOT\r\na\r\n\t EOT \r\n")).toMatchObject({ parts: [text("a\r\n")] });
  });
});

describe("a bare template", () => {
  it("has nothing to escape but the marks", () => {
    expect(bare(parseTemplate('a "\\n" ${b}').expression)).toEqual(
      template([text('a "\\n" '), interpolation(variable("b"))]),
    );
  });

  it("is a string without sequences", () => {
    expect(bare(parseTemplate("$${a}").expression)).toEqual(string("${a}"));
    expect(bare(parseTemplate("").expression)).toEqual(string(""));
  });
});
