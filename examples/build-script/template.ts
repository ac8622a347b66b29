// The tutorial's image, with a manifest of what was made.
import { manifest } from "@packwright/post-processors";
import tutorial from "../tutorial/template.js";

export default tutorial.postProcess(manifest({ output: "packer-manifest.json" }));
