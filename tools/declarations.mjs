// Makes one declaration file of each entry of each package: a compiler reads one in a fraction of the time of a hundred.
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

/**
 * Joins what the compiler wrote into `.types` into files beside the bundles, where `exports` names them.
 *
 * @param folder of the package
 * @param sources the entries, as paths in `src`
 * @param external names of packages that stay imports
 */
export async function joinDeclarations(folder, sources, external) {
  const isExternal = (id) => external.some((name) => id === name || id.startsWith(`${name}/`));
  const bundle = await rollup({
    input: Object.fromEntries(
      sources.map((source) => {
        const name = source.replace(/^\.\/src\/|\.ts$/g, "");
        return [name, `${folder}/.types/${name}.d.ts`];
      }),
    ),
    external: (id) => id.startsWith("node:") || isExternal(id),
    plugins: [dts(), { name: "one-byte", renderChunk: (code) => ({ code: oneByte(code), map: null }) }],
    onwarn: ({ code, message }) => {
      // A type that no entry exports has no name outside, which is so without joining, too.
      if (code !== "PLUGIN_WARNING" || !message.includes("private shared type")) throw new Error(message);
    },
  });
  await bundle.write({
    dir: `${folder}/dist`,
    format: "es",
    entryFileNames: "[name].d.ts",
    chunkFileNames: (chunk) => `chunks/${chunk.name.replace(/\.d$/, "")}.d.ts`,
    // Names stay, for messages of the compiler.
    minifyInternalExports: false,
    sourcemap: true,
  });
  await bundle.close();
}

/** What comments write, and how it is written in ASCII. */
const PLAIN = new Map([
  ["…", "..."],
  ["→", "->"],
  ["–", "-"],
]);

/**
 * The text with one byte a character: an engine keeps a whole file at two bytes a character because of a single
 * ellipsis in a comment, and a compiler reads that slower.
 */
function oneByte(code) {
  const other = new Set();
  const text = code.replace(/[^\0-\x7f]/g, (character) => {
    const plain = PLAIN.get(character);
    if (plain === undefined && character > "\xff") other.add(character);
    return plain ?? character;
  });
  if (other.size > 0) throw new Error(`declarations: no plain form of ${[...other].join(" ")}`);
  return text;
}
