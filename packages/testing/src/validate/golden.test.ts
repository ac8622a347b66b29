import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { formatDiagnostic } from "@packwright/core";
import { googlecompute } from "@packwright/googlecompute";
import * as postProcessors from "@packwright/post-processors";
import * as provisioners from "@packwright/provisioners";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validate } from "./validate.js";

/** A template, and what `packer validate` of Packer 1.16.0 said about it. */
interface Recorded {
  readonly name: string;
  readonly template: string;
  readonly vars?: Readonly<Record<string, string>>;
  /** What lay beside the template. */
  readonly files?: Readonly<Record<string, string>>;
  readonly ok: boolean;
}

const GOOGLE = "github.com/hashicorp/googlecompute";
const components = [googlecompute, provisioners, postProcessors];

function recorded(name: string): readonly Recorded[] {
  return readFileSync(join(import.meta.dirname, "../../../../fixtures/golden", name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Recorded);
}

// Components name files by paths from the folder in which Packer, and here the test, runs.
const before = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "packwright-validate-"));
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

/** The errors of a row's template where its files lie beside it. */
function errorsOf({ template, vars = {}, files = {} }: Recorded, plugins: Readonly<Record<string, string>>) {
  const place = mkdtempSync(join(folder, "row-"));
  for (const [name, text] of Object.entries({ "t.pkr.hcl": template, ...files })) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  }
  process.chdir(place);
  const answer = validate("t.pkr.hcl", {
    components,
    variables: vars,
    files: true,
    packer: { version: "1.16.0", plugins },
  });
  const errors = answer.diagnostics.filter(({ severity }) => severity === "error");
  expect(answer.valid).toBe(errors.length === 0);
  return errors.map((each) => formatDiagnostic(each));
}

/** Rows of which Packwright says something else than Packer: what it has against templates that Packer takes, and the others. */
function disagreements(rows: readonly Recorded[], plugins: Readonly<Record<string, string>>) {
  const judged = rows.map((row) => ({ ...row, errors: errorsOf(row, plugins) }));
  return {
    missed: judged.filter(({ ok, errors }) => !ok && errors.length === 0).map(({ name }) => name),
    alarms: judged.filter(({ ok, errors }) => ok && errors.length > 0),
  };
}

describe("validate, and packer validate", () => {
  it("have the same verdict on every recorded template of Packer's own components", () => {
    const rows = recorded("validate.jsonl");
    expect(rows.length).toBeGreaterThan(100);
    expect(disagreements(rows, {})).toEqual({ missed: [], alarms: [] });
  });

  it("have the same verdict on every recorded template of the googlecompute plugin", () => {
    const rows = recorded("googlecompute.jsonl");
    expect(rows.length).toBeGreaterThan(200);
    expect(disagreements(rows, { [GOOGLE]: "1.2.8" })).toEqual({ missed: [], alarms: [] });
  });
});
