// Writes every example's files: `pnpm examples`.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { examples, others } from "./all.js";

const folder = fileURLToPath(new URL("../", import.meta.url));
const tell = (file: string, changed: boolean): void => {
  console.log(`${changed ? "wrote    " : "unchanged"} ${file}`);
};

for (const { template, files } of examples) {
  for (const file of files) tell(file, (await template.write(`${folder}${file}`)).changed);
}
for (const [file, text] of Object.entries(others)) {
  const path = `${folder}${file}`;
  const before = await readFile(path, "utf8").catch(() => undefined);
  const now = await text();
  if (now !== before) await writeFile(path, now);
  tell(file, now !== before);
}
