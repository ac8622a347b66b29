import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { peer } from "./peers.mjs";
import { INLINE, LABELS, OPTIONS, SCRIPT } from "./tutorial-unit.mjs";

const { App, TerraformResource, TerraformStack } = peer("cdktf");

class Unit extends TerraformResource {
  #attributes;
  constructor(scope, id, type, attributes) {
    super(scope, id, { terraformResourceType: type });
    this.#attributes = attributes;
  }
  synthesizeAttributes() {
    return this.#attributes;
  }
}

/** As many resources as the other subjects have blocks, synthesized as its users do, and to HCL as the other subjects: checks, then a file. */
export function generate(n) {
  const outdir = mkdtempSync(join(tmpdir(), "cdktf-"));
  try {
    const app = new App({ outdir, hclOutput: true });
    const stack = new TerraformStack(app, "images");
    for (let i = 0; i < n; i++) {
      new Unit(stack, `image-${i}`, "googlecompute", { ...OPTIONS, image_labels: LABELS });
      new Unit(stack, `build-${i}`, "build", {
        sources: [`source.googlecompute.image-${i}`],
        provisioner: [{ shell: { inline: INLINE } }, { shell: { script: SCRIPT } }],
      });
    }
    app.synth();
    return readFileSync(join(outdir, "stacks/images/cdk.tf"), "utf8");
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
