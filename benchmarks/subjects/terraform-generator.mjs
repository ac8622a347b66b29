import { peer } from "./peers.mjs";
import { INLINE, LABELS, OPTIONS, SCRIPT } from "./tutorial-unit.mjs";

const { map, TerraformGenerator } = peer("terraform-generator");

/** The same blocks; the library writes Terraform, so they are resources by name, and nothing is checked. */
export function generate(n) {
  const generator = new TerraformGenerator();
  for (let i = 0; i < n; i++) {
    generator.resource("googlecompute", `image-${i}`, { ...OPTIONS, image_labels: map(LABELS) });
    generator.resource("build", `build-${i}`, {
      sources: [`source.googlecompute.image-${i}`],
      'provisioner "shell"': [{ inline: INLINE }, { script: SCRIPT }],
    });
  }
  return generator.generate().tf;
}
