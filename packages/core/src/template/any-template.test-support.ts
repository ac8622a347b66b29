import { unwritable } from "@packwright/hcl";
import fc from "fast-check";
import { z } from "zod";
import { build, type AnyBuild } from "../build/build.js";
import { dynamic } from "../build/dynamic.js";
import { manifest, shell } from "../build/steps.test-support.js";
import { coreData as data } from "../components/core-data.js";
import { coreSource } from "../components/core-source.js";
import { fn } from "../expressions/functions/fn.js";
import { forEach } from "../expressions/for-each.js";
import { heredoc } from "../expressions/heredoc.js";
import { hcl } from "../expressions/raw/hcl-tag.js";
import { text } from "../expressions/text.js";
import { when } from "../expressions/when.js";
import { defineSource } from "../plugin/define.js";
import { definePlugin } from "../plugin/plugin.js";
import { env } from "../variables/env.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { template, type Template } from "./create-template.js";

/** A plugin whose builder has nested blocks, and blocks in them. */
export const machines = definePlugin({
  name: "machines",
  source: "github.com/example/machines",
  bindings: ">= 1.0.0",
  components: (plugin) => ({
    source: {
      machines: defineSource({
        type: "machines",
        plugin,
        options: () =>
          z
            .strictObject({
              zone: z.string(),
              labels: z.record(z.string(), z.string()),
              disk: z.array(
                z
                  .strictObject({ size: z.int(), key: z.array(z.strictObject({ id: z.string() }).partial()) })
                  .partial(),
              ),
              boot: z.strictObject({ image: z.string() }).partial(),
            })
            .partial(),
        blocks: { disk: { many: true, blocks: { key: { many: true } } }, boot: { many: false } },
      }),
    },
  }),
});

/** What a template is made from; the same recipe makes the same template. */
interface Recipe {
  readonly texts: readonly string[];
  readonly keys: readonly string[];
  readonly numbers: readonly number[];
  readonly flags: readonly boolean[];
}

const word = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.constantFrom(
      "${x}",
      "%{ if }",
      "$${",
      '"',
      "\\",
      "a\nb\n",
      "a\r\nb",
      "<<EOT\n",
      "EOT\n",
      "",
      "//",
      " ",
    ),
  )
  .filter((value) => unwritable(value) === undefined);

const recipe: fc.Arbitrary<Recipe> = fc.record({
  texts: fc.array(word, { minLength: 12, maxLength: 12 }),
  keys: fc.uniqueArray(fc.oneof(word, fc.constantFrom("a", "b-c", "for", "null")), {
    minLength: 4,
    maxLength: 4,
  }),
  numbers: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 6, maxLength: 6 }),
  flags: fc.array(fc.boolean(), { minLength: 26, maxLength: 26 }),
});

/** Templates of all blocks, each made anew whenever it is asked for. */
export const anyTemplate: fc.Arbitrary<() => Template> = recipe.map((given) =>
  Object.assign(() => make(given), { toString: () => JSON.stringify(given) }),
);

function make({ texts, keys, numbers, flags }: Recipe): Template {
  const [
    t0 = "",
    t1 = "",
    t2 = "",
    t3 = "",
    t4 = "",
    t5 = "",
    t6 = "",
    t7 = "",
    t8 = "",
    t9 = "",
    ta = "",
    tb = "",
  ] = texts;
  const [k0 = "", k1 = "", k2 = "", k3 = ""] = keys;
  const [n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0] = numbers;
  let at = 0;
  /** The next of the recipe's decisions; every place asks for one, whatever the others were. */
  const chance = (): boolean => flags[at++] === true;

  const zone = variable(
    "zone",
    z
      .string()
      .max(n0 + 80)
      .describe(t0)
      .default(t1),
    {
      sensitive: chance(),
      ...(chance() ? { comment: "the zone" } : {}),
    },
  );
  const sizes = variable(
    "sizes",
    z.array(z.object({ name: z.string(), size: z.int().min(1).optional() })).default([]),
  );
  const tags = variable("tags", z.record(z.string(), z.string()).default({ [k0]: t2, [k1]: t3 }));
  const home = variable("home", z.string(), { default: env("HOME", (value) => text`${value}${t4}`) });
  const isOn = variable("on", z.boolean().default(true));
  const joined = local("joined", fn.join(t5, [zone, text`${home}-${t6}`]), { sensitive: chance() });
  const shape = local("shape", { [k2]: joined, list: [n1, null, t7], [k3]: when(isOn, tags, {}) } as never);
  const answer = data.http("answer", {
    url: text`https://example.com/${zone}`,
    ...(chance() ? { request_headers: { [k0]: t8 }, method: "POST" as const } : {}),
  });
  const echo = data.null("echo", { input: text`${answer.body}${t9}` });

  const { machines: machine } = machines.namespace.source;
  const web = machine("web", {
    zone: echo.output,
    labels: chance() ? { [k1]: t4, [k2]: zone } : tags,
    disk: [
      { size: n2 },
      ...(chance() ? [{ size: n3, key: [{ id: ta }, {}] }] : []),
      ...(chance() ? [{ key: [{ id: tb }, dynamic(tags, ({ value }) => ({ id: value }))] }] : []),
      ...(chance()
        ? [
            dynamic(sizes, (disk) => ({
              size: disk.value.size,
              key: [dynamic(tags, (tag) => ({ id: tag.value }))],
            })),
          ]
        : []),
    ],
    ...(chance() ? { boot: { image: hcl<string>`"\${upper(${joined})}!"` } } : {}),
  });
  const note = coreSource.file("note", {
    target: "note.txt",
    content: chance() ? heredoc`${zone}\n${t6}` : fn.jsonencode(shape),
  });
  const large = note.as("large", {});
  const other = machine("other", { zone: tb });
  const first = build([chance() ? web.comment(` ${k3.replace(/\s/g, " ")}`) : web, other, large], {
    ...(chance() ? { name: text`b-${zone}`, description: t0 } : {}),
  })
    .provision(
      shell({ inline: [t1, text`${joined}`], only: ["machines.web"] }),
      chance() && shell({ script: t2, except: ["file.large"], pause_before: "1m", name: t3 }),
      shell({
        env: { [k0]: t4 },
        max_retries: n4,
        override: { web: { inline: [t5] }, large: { env: tags } },
        ...(chance() ? { continue_on_error: true } : {}),
      }),
      ({ build: known, source }) => shell({ inline: [text`${known.ID}${t6}${source.name}`] }),
      chance() && dynamic(tags, ({ key, value }) => shell({ inline: [text`${key}=${value}${t7}`] })),
    )
    .errorCleanup(chance() && shell({ inline: forEach(sizes, (size) => text`${size.name}${t8}`) }))
    .postProcess(manifest({ output: t9, keep_input_artifact: chance() }))
    .postProcess(
      manifest({ custom_data: { [k1]: ta }, only: ["machines.other"] }),
      ({ build: known }) => manifest({ output: text`${known.ID}${tb}`, name: t0 }),
      manifest({}),
    )
    .postProcess(chance() && dynamic([t1, t2], ({ value }) => manifest({ output: value })));
  const registry = { bucket_name: "images", description: t3, bucket_labels: { [k2]: t4 } };
  const second: AnyBuild = build([note]).comment("the second");
  const isAlone = chance();
  return template(isAlone ? [chance() ? first.hcpRegistry(registry) : first] : [first, second], {
    ...(chance() ? { required_version: ">= 1.16.0" } : {}),
    ...(chance() ? { required_plugins: { machines: `>= 1.${n5}.0` } } : {}),
    ...(isAlone && chance()
      ? {}
      : { declare: [variable("spare", z.tuple([z.string(), z.set(z.number())]))] }),
  });
}
