// `npm run fuzz`, `npm run fuzz -- <texts> <seed>`: a million mutated texts through the parser, the formatter and the JSON reader.
import { fuzz } from "../../packages/hcl/src/fuzz/fuzz.test-support.js";
import { SEED } from "./repository.js";

const [count = "1000000", given] = process.argv.slice(2);
const seed = given === undefined ? (SEED ?? Date.now() % 0x7fffffff) : Number(given);
console.log(`${count} texts, seed ${String(seed)}`);
fuzz({
  seed,
  count: Number(count),
  onProgress: (tried) => {
    const { rss } = process.memoryUsage();
    console.log(`${String(tried)} texts, ${(rss / 1e6).toFixed(0)} MB`);
  },
});
console.log("no text broke anything");
