import { synthesize } from "./cdktf-app.mjs";
import { peer } from "./peers.mjs";
import { INLINE, LABELS, OPTIONS, SCRIPT } from "./tutorial-unit.mjs";

const { TerraformResource } = peer("cdktf");

class Unit extends TerraformResource {
  #attributes;
  constructor(scope, id, terraformResourceType, attributes, provisioners = []) {
    super(scope, id, { terraformResourceType, provisioners });
    this.#attributes = attributes;
  }
  synthesizeHclAttributes() {
    return Object.fromEntries(
      Object.entries(this.#attributes).map(([name, value]) => [
        name,
        { value, isBlock: false, ...typeOf(value) },
      ]),
    );
  }
}

function typeOf(value) {
  if (Array.isArray(value)) return { type: "list", storageClassType: "stringList" };
  if (typeof value === "object") return { type: "map", storageClassType: "stringMap" };
  return { type: "simple", storageClassType: typeof value };
}

/** The very blocks of the other subjects, as resources that pass on what they are given: no types, no checks of values. */
export function generate(n) {
  return synthesize((stack) => {
    for (let i = 0; i < n; i++) {
      new Unit(stack, `image-${i}`, "googlecompute", { ...OPTIONS, image_labels: LABELS });
      new Unit(stack, `build-${i}`, "build", { sources: [`source.googlecompute.image-${i}`] }, [
        { type: "shell", inline: INLINE },
        { type: "shell", script: SCRIPT },
      ]);
    }
  });
}
