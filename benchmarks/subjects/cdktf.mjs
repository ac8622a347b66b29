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

/** As many resources as the other subjects have blocks, synthesized to JSON in memory. */
export function generate(n) {
  const stack = new TerraformStack(new App({ skipValidation: true }), "images");
  for (let i = 0; i < n; i++) {
    new Unit(stack, `image-${i}`, "googlecompute", { ...OPTIONS, image_labels: LABELS });
    new Unit(stack, `build-${i}`, "build", {
      sources: [`source.googlecompute.image-${i}`],
      provisioner: [{ shell: { inline: INLINE } }, { shell: { script: SCRIPT } }],
    });
  }
  return JSON.stringify(stack.toTerraform());
}
