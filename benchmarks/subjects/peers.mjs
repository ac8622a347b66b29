import { createRequire } from "node:module";

/** Loads a library that `run.mjs` has installed beside the repository's own dependencies. */
export const peer = createRequire(new URL("../../.cache/peers/package.json", import.meta.url));
