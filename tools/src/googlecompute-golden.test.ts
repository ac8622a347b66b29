import { load } from "@packwright/core/load";
import { googlecompute } from "@packwright/googlecompute";
import * as provisioners from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { GOOGLECOMPUTE_ROWS as rows, type GooglecomputeRow } from "./googlecompute-rows.js";

/** Rows that are refused although Packer lets them pass, because of what happens in the build. */
const STRICTER: Readonly<Record<string, string>> = {
  "disk-create-image-source-volumes-ok":
    "the plugin would image the boot disk instead of the one that is marked",
};

function errorsOf({ name, template }: GooglecomputeRow): readonly string[] {
  const file = { name: `${name}.pkr.hcl`, text: template };
  // Packer had values of no variables when the rows were recorded, and looked at files.
  return load(file, { components: [googlecompute, provisioners], variables: {} })
    .check({ files: true })
    .filter(({ severity }) => severity === "error")
    .map(({ summary }) => summary);
}

describe("templates that are read from HCL, and packer validate", () => {
  it("have the same verdict on every recorded row but those that are listed with the reason", () => {
    const missed = rows.filter((row) => !row.ok && errorsOf(row).length === 0).map(({ name }) => name);
    const alarms = rows.flatMap((row) => {
      const errors = row.ok && STRICTER[row.name] === undefined ? errorsOf(row) : [];
      return errors.length === 0 ? [] : [`${row.name}: ${errors.join("; ")}`];
    });
    console.log(
      `${String(rows.length)} rows, ${String(rows.filter(({ ok }) => !ok).length)} of them refused by Packer`,
    );
    expect({ missed, alarms }).toEqual({ missed: [], alarms: [] });
  });

  it.each(Object.keys(STRICTER))("differ on purpose: %s", (name) => {
    const row = rows.find((each) => each.name === name);
    expect(row?.ok).toBe(true);
    expect(row === undefined ? [] : errorsOf(row)).not.toEqual([]);
  });
});
