import { expect, it } from "vitest";
import { eventsOf, recorded } from "../stream/recorded.test-support.js";
import { packerDiagnostics } from "./packer-diagnostics.js";

const said = (name: string): string =>
  eventsOf(recorded(name))
    .flatMap((event) => (event.type === "said" ? [event.text] : []))
    .join("\n");

it("an error has its line, its summary and its detail", () => {
  expect(packerDiagnostics(said("refused.txt"))[0]).toMatchObject({
    severity: "error",
    summary: "Unsupported argument",
    file: "c.pkr.hcl",
    line: 3,
  });
});

it("all errors of a message are told", () => {
  expect(packerDiagnostics(said("unset.txt")).map(({ summary }) => summary)).toEqual([
    'Unset variable "list"',
    'Unset variable "token"',
    'Unset variable "n"',
  ]);
});

it("an error that Packer tells twice is told once, and the line that it quotes is no part of it", () => {
  const text = `Error: Unsupported block type

  on d.pkr.hcl line 6, in data "null" "x":
   6: data "null" "x" { input = "a" }

Blocks of type "data" are not expected here.

`;
  expect(packerDiagnostics(text + text)).toEqual([
    {
      severity: "error",
      summary: "Unsupported block type",
      detail: 'Blocks of type "data" are not expected here.',
      file: "d.pkr.hcl",
      line: 6,
    },
  ]);
});

it("a text without a problem has none", () => {
  expect(packerDiagnostics("The configuration is valid.\nno Error: here\n")).toEqual([]);
});
