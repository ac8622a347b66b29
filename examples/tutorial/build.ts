// Writes the template beside this file in its three forms: `node build.js` after a build, or `npm start` at the root.
import { fileURLToPath } from "node:url";
import { formatDiagnostic } from "@packwright/core";
import image from "./template.js";

// The compiled program stands in examples/dist/tutorial, the templates belong beside the source.
const folder = fileURLToPath(new URL("../../tutorial/", import.meta.url));
const name = "loop-node-18-ubuntu-minimal-2204";

for (const ending of [".pkr.hcl", ".pkr.json", ".json"]) {
  const { path, changed } = await image.write(`${folder}${name}${ending}`);
  console.log(`${changed ? "wrote    " : "unchanged"} ${path}`);
}
for (const diagnostic of image.check()) console.log(`\n${formatDiagnostic(diagnostic)}`);
