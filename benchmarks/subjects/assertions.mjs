// A test file of 100 assertions, each about a template of its own, as node:test runs it.
import { test } from "node:test";
import { source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import { matchers, validate } from "@packwright/testing";
import { expect } from "expect";
import { INLINE, LABELS, OPTIONS, SCRIPT } from "./tutorial-unit.mjs";

expect.extend(matchers);

for (let i = 0; i < 100; i++) {
  test(`template ${i}`, () => {
    const name = `image-${i}`;
    const image = source
      .googlecompute(name, { ...OPTIONS, image_labels: LABELS })
      .provision(shell({ inline: INLINE }), shell({ script: SCRIPT }));
    switch (i % 4) {
      case 0:
        expect(image).toBeValidTemplate();
        break;
      case 1:
        expect(image).toHaveSource(`googlecompute.${name}`, { disk_size: 25 });
        break;
      case 2:
        expect(image).toHaveProvisioner("shell", { script: SCRIPT }, { times: 1, at: 1 });
        break;
      default:
        expect(validate(image)).toEqual({ valid: true, diagnostics: [] });
    }
  });
}
