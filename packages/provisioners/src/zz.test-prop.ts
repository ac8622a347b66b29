import { build, source } from "@packwright/core";
import { unwritable, type Attribute, type Block, type BodyItem } from "@packwright/hcl";
import fc from "fast-check";
fc.configureGlobal({ numRuns: 4000 });
import { describe, expect, it } from "vitest";
import { parse } from "../../hcl/src/parser/parse.js";
import { file } from "./file.js";
import { literal } from "./literal.test-support.js";
import { shell } from "./shell.js";
import { problemsOf, type Step } from "./step.test-support.js";

const here = source.null("here", { communicator: "none" });

const named =
  (name: string) =>
  (item: BodyItem): item is Attribute =>
    item.kind === "attribute" && item.name === name;
const ofType =
  (type: string) =>
  (item: BodyItem): item is Block =>
    item.kind === "block" && item.type === type;

/** What an option of a step says in the HCL that is written, read by the parser. */
function readBack(step: Step, option: string): unknown {
  const { body, diagnostics } = parse(build([here]).provision(step).toHcl());
  expect(diagnostics).toEqual([]);
  const block = body.items.find(ofType("build"))?.body.items.find(ofType("provisioner"));
  const attribute = block?.body.items.find(named(option));
  return attribute === undefined ? undefined : literal(attribute.value);
}

/** Text with what HCL, shells and heredocs make something of, and any other; what Packer reads as `{{ }}` apart. */
const anyText = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "${",
            "%{",
            "$${",
            "%%{",
            "}",
            '"',
            "\\",
            "\n",
            "\r\n",
            "\t",
            "EOT",
            "<<-EOT\n",
            " ",
            "~",
          ),
          fc.string({ unit: "grapheme", maxLength: 4 }),
        ),
      )
      .map((parts) => parts.join("")),
  )
  .filter((text) => !text.includes("{{") && unwritable(text) === undefined);

describe("text in a step", () => {
  it("comes back from HCL as it was given, as a command", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (inline) => {
        expect(readBack(shell({ inline }), "inline")).toEqual(inline);
      }),
    );
  });

  it("comes back as names and values of environment variables", () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyText, { maxKeys: 5, noNullPrototype: true }), (env) => {
        expect(readBack(shell({ inline: ["true"], env }), "env")).toEqual(env);
      }),
    );
  });

  it("comes back as the content of a file", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        expect(readBack(file({ content, destination: "/tmp/x" }), "content")).toBe(content);
      }),
    );
  });
});

describe("an entry of environment_vars", () => {
  it("is refused exactly where Packer finds no name before an equals sign", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.tuple(anyText, anyText).map((pair) => pair.join("=")),
        ),
        (entry) => {
          const [name, value] = entry.split("=", 2);
          const refused = value === undefined || name === "";
          expect(problemsOf(shell({ inline: ["true"], environment_vars: [entry] }))).toHaveLength(
            refused ? 1 : 0,
          );
        },
      ),
    );
  });
});
