import { join } from "node:path";
import { load } from "@packwright/core/load";
import { googlecompute } from "@packwright/googlecompute";
import * as provisioners from "@packwright/provisioners";
import { beforeAll, describe, expect, it } from "vitest";
import { compileStatements } from "./compile-snippet.js";
import { PROGRAM_HEADER, programOf } from "./golden-program.js";
import { GOOGLECOMPUTE_ROWS as rows, type GooglecomputeRow } from "./googlecompute-rows.js";
import { ROOT } from "./repository.js";

/** Rows that Packer lets pass and the compiler or the checks do not, with the reason. */
const STRICTER: Readonly<Record<string, string>> = {
  "zone-is-region-ok": "Google has no such zone, which the build would find out",
  "zone-garbage-ok": "Google has no such zone, which the build would find out",
  "labels-instance-unchecked-ok": "Google refuses these labels, which the build would find out",
  "max-run-warns-ok": "the plugin warns, and takes an action that nobody chose",
  "max-run-stop-lower-ok": "the plugin hands the word on as it is, and Google wants it in capitals",
  "metadata-bool-ok": "metadata is text, and Packer's text of a number or boolean is not what one sees",
  "disk-create-image-source-volumes-ok":
    "the plugin would image the boot disk instead of the one that is marked",
  "comm-docker-ok": "the plugin cannot connect that way, which the build would find out",
  "unused-invalid-source-ok":
    "Packer does not look at a source that no build uses; the compiler looks at every call",
  "import-labels-unchecked-ok": "Google refuses these labels, which the build would find out",
  "import-iap-accepted-ok": "the plugin takes the option and does nothing with it",
  "export-path-not-gs-ok": "nothing can be written there, which the build would find out",
  "data-secret-version-number-ok": 'a version is text, "latest" among it',
};

/** Rows that no program can say, so that types have nothing to refuse. */
const NO_PROGRAM: Readonly<Record<string, string>> = {
  "image-encryption-attr": "what is a block is written as one",
  "metadata-block": "what is an attribute is written as one",
  "variable-without-value": "it is about how Packer is called",
};

function isRefused({ name, template }: GooglecomputeRow): boolean {
  const file = { name: `${name}.pkr.hcl`, text: template };
  // Packer had values of no variables when the rows were recorded, and looked at files.
  return load(file, { components: [googlecompute, provisioners], variables: {} })
    .check({ files: true })
    .some(({ severity }) => severity === "error");
}

describe("what Packer refuses", () => {
  let refusedByTypes: ReadonlySet<string> = new Set();
  const refusedByChecks = new Set(rows.filter((row) => isRefused(row)).map(({ name }) => name));
  beforeAll(() => {
    const programs = rows.map(({ template }) => programOf(template));
    const errors = compileStatements("TypeScript 7", "googlecompute-caught", PROGRAM_HEADER, programs);
    refusedByTypes = new Set(rows.filter((_, at) => errors[at]?.length !== 0).map(({ name }) => name));
  }, 120_000);

  const by = (name: string): string => {
    const types = refusedByTypes.has(name);
    return refusedByChecks.has(name) ? (types ? "both" : "check()") : types ? "types" : "nobody";
  };
  const isStricter = (row: GooglecomputeRow): boolean => row.ok && by(row.name) !== "nobody";

  it("is caught by types, by check() or by both, as this table says", async () => {
    const bad = rows.filter(({ ok }) => !ok);
    const count = (who: string): string => String(bad.filter(({ name }) => by(name) === who).length);
    const line = (name: string, who: string, why = ""): string =>
      `${name.padEnd(40)}${who.padEnd(10)}${why}`.trimEnd();
    const table = [
      `Packer refuses ${String(bad.length)} of ${String(rows.length)} templates: ${count("both")} are caught by both, ${count("types")} by types, ${count("check()")} by check(), ${count("nobody")} by nobody.`,
      "",
      ...bad.map(({ name }) => line(name, by(name), NO_PROGRAM[name])),
      "",
      "Packer accepts these, and Packwright does not:",
      "",
      ...rows.filter(isStricter).map(({ name }) => line(name, by(name), STRICTER[name])),
      "",
    ].join("\n");
    console.log(table);
    await expect(table).toMatchFileSnapshot(join(ROOT, "fixtures/golden/googlecompute-caught.txt"));
  });

  it("is caught by one of them at least", () => {
    expect(rows.filter(({ ok, name }) => !ok && by(name) === "nobody")).toEqual([]);
  });

  it("is all that is refused, but for templates that fail later", () => {
    expect(rows.filter(isStricter).map(({ name }) => name)).toEqual(Object.keys(STRICTER));
  });

  it("is caught by types whenever it is about what is named, not about a form of text or a file", () => {
    const left = rows.filter(({ ok, name }) => !ok && by(name) === "check()").map(({ name }) => name);
    const starts = Object.keys(BY_CHECKS);
    expect(
      left.filter(
        (name) => NO_PROGRAM[name] === undefined && !starts.some((start) => name.startsWith(start)),
      ),
    ).toEqual([]);
  });
});

/** What types cannot carry, by how the names of rows begin. */
const BY_CHECKS: Readonly<Record<string, string>> = {
  "auth-credentials-": "the text of credentials",
  "auth-account-file-missing": "a file",
  "image-name-": "a pattern, and what becomes of {{ }}",
  "image-family-": "a pattern",
  "image-labels-value-": "a pattern",
  "network-ip-": "a pattern",
  "disk-iops-": "bounds of a number",
  "disk-name-": "a pattern",
  "ssh-key-missing": "a file",
  "tpl-": "what becomes of {{ }}",
  "source-override-": "options that another value has already",
  "import-object-template-bad": "what becomes of {{ }}",
  "export-creds-missing": "a file",
};
