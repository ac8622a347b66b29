// Writes every example's files: `pnpm examples`.
import { fileURLToPath } from "node:url";
import { examples } from "./all.js";

const folder = fileURLToPath(new URL("../", import.meta.url));
for (const { template, files } of examples) {
  for (const file of files) {
    const { changed } = await template.write(`${folder}${file}`);
    console.log(`${changed ? "wrote    " : "unchanged"} ${file}`);
  }
}
