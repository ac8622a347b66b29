import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { templateOf } from "./golden.test-support.js";

/** What Packer 1.16 with version 1.2.8 of the plugin said of a template. */
interface Row {
  readonly name: string;
  readonly ok: boolean;
  readonly errors: readonly string[];
  readonly template: string;
}

const file = new URL("../../../fixtures/golden/googlecompute.jsonl", import.meta.url);
const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Row);

/** Rows that say nothing about the options of a source, by the beginning of their name. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "import-": "about a post-processor",
  "export-": "about a post-processor",
  "data-": "about a data source",
  "unknown-datasource": "about a data source",
  "build-id-in-provisioner-ok": "about a provisioner",
  "build-unknown-var-in-provisioner": "about a provisioner",
  "auth-credentials-file-missing": "depends on a file of the machine that Packer runs on",
  "auth-account-file-missing": "depends on a file of the machine that Packer runs on",
  "ssh-key-missing": "depends on a file of the machine that Packer runs on",
  "image-encryption-attr": "about HCL: a block written as an attribute, which no program can say",
  "metadata-block": "about HCL: an attribute written as a block, which no program can say",
  "duplicate-attr": "about HCL: an attribute twice, which no object has",
  "disk-dynamic-block-ok": "about HCL: a dynamic block, which has to be evaluated",
  "undeclared-variable": "about HCL: a variable that is not declared, which no program can refer to",
  "variable-without-value": "about how Packer is called: whether every variable has a value",
};

/** Rows that are refused although Packer lets them pass, because of what happens in the build. */
const REFUSED: Readonly<Record<string, string>> = {
  "disk-create-image-source-volumes-ok":
    "the plugin would image the boot disk instead of the one that is marked",
};

const isElsewhere = (name: string): boolean => Object.keys(ELSEWHERE).some((start) => name.startsWith(start));
const covered = rows.filter(({ name }) => !isElsewhere(name));

function errorsOf(row: Row): readonly string[] {
  return templateOf(row.template)
    .check()
    .filter(({ severity }) => severity === "error")
    .map(({ summary }) => summary);
}

describe("the checks and packer validate", () => {
  it("are compared over every recorded template about a source's options", () => {
    expect(rows).toHaveLength(206);
    expect(covered).toHaveLength(163);
    const unused = Object.keys(ELSEWHERE).filter((start) => !rows.some(({ name }) => name.startsWith(start)));
    expect(unused).toEqual([]);
  });

  it.each(covered.filter(({ ok, name }) => !ok && REFUSED[name] === undefined))(
    "both refuse $name",
    (row) => {
      expect(errorsOf(row)).not.toEqual([]);
    },
  );

  it.each(covered.filter(({ ok, name }) => ok && REFUSED[name] === undefined))("both accept $name", (row) => {
    expect(errorsOf(row)).toEqual([]);
  });

  it.each(covered.filter(({ name }) => REFUSED[name] !== undefined))(
    "only the checks refuse $name",
    (row) => {
      expect(row.ok).toBe(true);
      expect(errorsOf(row)).not.toEqual([]);
    },
  );

  it("agree on every row but those that are refused on purpose", () => {
    const bad = covered.filter(({ ok }) => !ok);
    const good = covered.filter(({ ok }) => ok);
    const caught = bad.filter((row) => errorsOf(row).length > 0);
    const alarms = good.filter((row) => errorsOf(row).length > 0).map(({ name }) => name);
    console.log(
      `${String(caught.length)} of ${String(bad.length)} refused templates caught, ` +
        `${String(alarms.length)} of ${String(good.length)} accepted ones refused (${alarms.join(", ")})`,
    );
    expect(caught).toHaveLength(bad.length);
    expect(alarms).toEqual(Object.keys(REFUSED));
  });
});
