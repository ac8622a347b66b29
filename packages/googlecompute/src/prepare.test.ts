import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { googlecompute } from "./plugin.js";
import { googlecomputeBuilder } from "./source/googlecompute.js";

/**
 * Options chosen at random, and what the plugin's own `Prepare` says of them: recorded from version 1.2.8-dev of the
 * plugin (9c447ee), without Packer around it. Every rule stands there beside every other.
 */
interface Row {
  readonly options: Readonly<Record<string, unknown>>;
  readonly ok: boolean;
  readonly error?: string;
}

const file = new URL("../../../fixtures/facts/googlecompute-prepare.jsonl", import.meta.url);
const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Row);

/** Where the checks differ on purpose. */
function difference({ options }: Row): string | undefined {
  const text = JSON.stringify(options);
  if (text.includes("::ffff:")) return "an IPv4 address in the clothes of IPv6 is refused";
  if (/"image_(?:name|family)":"[^"]*\{\{\.Foo/.test(text))
    return "a field that is not filled in is a warning, whatever comes of it";
  return undefined;
}

const make = googlecomputeBuilder(googlecompute.reference);

/** The errors of the checks; those about bugs of the plugin are its opinion to pass. */
function errorsOf({ options }: Row): readonly string[] {
  return make("x", options)
    .check()
    .filter(({ severity, code }) => severity === "error" && code !== "plugin-bug")
    .map(({ path, summary }) => `${path}: ${summary}`);
}

describe("the checks and the plugin's Prepare", () => {
  const compared = rows.filter((row) => difference(row) === undefined);

  it("are compared over options chosen at random", () => {
    const accepted = compared.filter(({ ok }) => ok).length;
    console.log(`${String(compared.length)} compared, of which the plugin accepts ${String(accepted)}`);
    expect([rows.length, compared.length, accepted]).toEqual([545, 538, 246]);
  });

  it("agree on what is refused", () => {
    const missed = compared.filter((row) => !row.ok && errorsOf(row).length === 0);
    expect(missed).toEqual([]);
  });

  it("agree on what passes", () => {
    const alarms = compared.flatMap((row) => (row.ok && errorsOf(row).length > 0 ? [errorsOf(row)] : []));
    expect(alarms).toEqual([]);
  });

  it("differ where they are meant to", () => {
    const different = rows.filter((row) => difference(row) !== undefined);
    expect(different.filter((row) => (errorsOf(row).length === 0) !== row.ok)).not.toEqual([]);
  });
});
