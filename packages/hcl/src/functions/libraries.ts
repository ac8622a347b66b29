import type * as nobleLegacy from "@noble/hashes/legacy.js";
import type * as nobleSha2 from "@noble/hashes/sha2.js";
import type * as bcryptjs from "bcryptjs";
import type * as iconvLite from "iconv-lite";
import type * as re2js from "re2js";
import type * as yaml from "yaml";

/** The libraries that some functions need. None is loaded before such a function is called. */
interface Libraries {
  readonly re2js: typeof re2js;
  readonly yaml: typeof yaml;
  readonly bcryptjs: typeof bcryptjs;
  readonly "iconv-lite": typeof iconvLite;
  readonly "@noble/hashes/legacy.js": typeof nobleLegacy;
  readonly "@noble/hashes/sha2.js": typeof nobleSha2;
}

type Name = keyof Libraries;

const IMPORTS: { readonly [K in Name]: () => Promise<Libraries[K]> } = {
  re2js: () => import("re2js"),
  yaml: () => import("yaml"),
  bcryptjs: () => import("bcryptjs"),
  "iconv-lite": () => import("iconv-lite"),
  "@noble/hashes/legacy.js": () => import("@noble/hashes/legacy.js"),
  "@noble/hashes/sha2.js": () => import("@noble/hashes/sha2.js"),
};

const loaded = new Map<Name, unknown>();

/**
 * Loads what `regex`, `yamldecode`, `bcrypt`, `textencodebase64`, `md5` and their like need, ahead of their first call.
 *
 * Node, Deno and Bun load it by themselves when it is needed. Elsewhere, as in a browser, evaluation cannot wait for it, and
 * those functions fail until this has been awaited.
 */
export async function loadFunctions(): Promise<void> {
  const names = Object.keys(IMPORTS) as Name[];
  await Promise.all(
    names.map(async (name) => {
      loaded.set(name, await IMPORTS[name]());
    }),
  );
}

/** What a library exports. */
export function library<K extends Name>(name: K): Libraries[K] {
  let exports = loaded.get(name);
  if (exports === undefined) {
    exports = requireNow(name);
    loaded.set(name, exports);
  }
  // The one seam: the map holds under each name what that name exports.
  return exports as Libraries[K];
}

/** What this file needs of Node; a browser has no `process`. */
interface NodeGlobals {
  readonly process?: { readonly getBuiltinModule?: (name: string) => unknown };
}

/** A module of Node, or `undefined` where there is none. */
export function nodeModule(name: string): unknown {
  // The one seam: globals that only some engines have.
  return (globalThis as NodeGlobals).process?.getBuiltinModule?.(name);
}

interface ModuleModule {
  readonly createRequire: (from: string) => (name: string) => unknown;
}

function requireNow(name: Name): unknown {
  const module = nodeModule("node:module") as ModuleModule | undefined;
  if (module === undefined) {
    throw new Error(`this function needs ${name}: await loadFunctions() before evaluating`);
  }
  // Every engine that has modules gives them their URL; the language's own types leave that to the engine's.
  const { url } = import.meta as { readonly url: string };
  return module.createRequire(url)(name);
}
