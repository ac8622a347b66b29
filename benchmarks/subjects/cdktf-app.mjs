import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peer } from "./peers.mjs";

// The one way to have its stacks in HCL: the option `hclOutput` of an app names the file, whose content stays JSON.
process.env.SYNTH_HCL_OUTPUT = "true";

const { App, TerraformStack } = peer("cdktf");

/** Synthesizes the stack that `fill` makes as users of the library do, checks and all, and reads the file that it writes. */
export function synthesize(fill) {
  const outdir = mkdtempSync(join(tmpdir(), "cdktf-"));
  try {
    const app = new App({ outdir });
    fill(new TerraformStack(app, "images"));
    app.synth();
    return readFileSync(join(outdir, "stacks/images/cdk.tf"), "utf8");
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
