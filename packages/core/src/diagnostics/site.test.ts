import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { z } from "zod";
import type { Position } from "./site.js";

// Modules of their own, as another test may have asked for places, and others are not to get them from here.
vi.resetModules();
const { coreSource: source } = await import("../components/core-source.js");
const { defineProvisioner } = await import("../plugin/define.js");
const { diagnose } = await import("../template/diagnose.js");
const { keepPlacesOfSteps } = await import("./site.js");

const note = defineProvisioner({ type: "note", options: () => z.strictObject({ text: z.string() }) });

const FILE = fileURLToPath(import.meta.url);
const LINES = readFileSync(FILE, "utf8").split("\n");

/** Where a text stands in this file, for the one time that it does beside the call of this. */
function placeOf(text: string): Position {
  const line = LINES.findIndex((each) => each.includes(text) && !each.includes("placeOf("));
  return { file: FILE, line: line + 1, column: (LINES[line]?.indexOf(text) ?? -1) + 1 };
}

it("a step that nothing can be said against has the place of its build until places of steps are kept", () => {
  const placeIn = (image: object): Position | undefined =>
    diagnose(image, [
      { severity: "error", code: "acme/failed", summary: "", path: "build[0].provisioner[0].note" },
    ])[0]?.position;
  const before = source.null("before", { communicator: "none" }).provision(note({ text: "passed over" }));
  expect(placeIn(before)).toEqual(placeOf('null("before"'));
  keepPlacesOfSteps();
  const after = source.null("after", { communicator: "none" }).provision(note({ text: "kept" }));
  expect(placeIn(after)).toEqual(placeOf('note({ text: "kept" })'));
  expect(placeIn(before)).toEqual(placeOf('null("before"'));
});
