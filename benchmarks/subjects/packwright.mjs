import { template } from "@packwright/core";
import { source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import { INLINE, LABELS, OPTIONS, SCRIPT } from "./tutorial-unit.mjs";

/** Constructs, checks and prints n sources with a build each. */
export function generate(n) {
  const builds = [];
  for (let i = 0; i < n; i++) {
    builds.push(
      source
        .googlecompute(`image-${i}`, { ...OPTIONS, image_labels: LABELS })
        .provision(shell({ inline: INLINE }), shell({ script: SCRIPT })),
    );
  }
  const all = template(builds);
  if (all.check().some(({ severity }) => severity === "error")) throw new Error("the template has errors");
  return all.toHcl();
}
