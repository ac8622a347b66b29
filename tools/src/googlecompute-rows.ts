import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./repository.js";

/** What Packer 1.16 with version 1.2.8 of the plugin said of a template. */
export interface GooglecomputeRow {
  readonly name: string;
  readonly ok: boolean;
  readonly template: string;
}

/** All that was recorded of the googlecompute plugin. */
export const GOOGLECOMPUTE_ROWS: readonly GooglecomputeRow[] = readFileSync(
  join(ROOT, "fixtures/golden/googlecompute.jsonl"),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as GooglecomputeRow);
