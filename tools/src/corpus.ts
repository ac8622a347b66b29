import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./repository.js";

/** Public templates of other people, which are beside the repository on some machines. */
export const CORPUS: string = join(ROOT, "../shared/corpus");

/** What of the corpus can be loaded by itself: folders of HCL, and each of their files; legacy templates. */
export function corpusPaths(): readonly string[] {
  const names = readdirSync(CORPUS, { recursive: true, encoding: "utf8" });
  const templates = names.filter((name) => /\.pkr\.(?:hcl|json)$/.test(name));
  return [
    ...new Set(templates.map(dirname)),
    ...templates,
    ...names.filter((name) => name.endsWith(".json") && !/\.pkr(?:vars)?\.json$/.test(name)),
  ]
    .sort()
    .map((name) => join(CORPUS, name));
}
