import { z } from "zod";

/** The shape of `fixtures/facts/<plugin>.json`: what a plugin's options are, as recorded from the plugin itself. */
const type = z.union([
  z.enum(["string", "number", "bool"]),
  z.tuple([z.enum(["list", "map"]), z.enum(["string", "number", "bool"])]),
]);

const base = z.object({
  name: z.string(),
  group: z.string().optional(),
  internal: z.boolean().optional(),
  required: z.union([z.boolean(), z.string()]).optional(),
  requiredWhen: z.string().optional(),
  default: z.unknown().optional(),
  defaultComputed: z.string().optional(),
  deprecated: z.boolean().optional(),
  replacedBy: z.array(z.string()).optional(),
  conflictsWith: z.string().optional(),
  requires: z.array(z.string()).optional(),
  sensitive: z.union([z.boolean(), z.string()]).optional(),
  unit: z.string().optional(),
});

const attribute = base.extend({
  kind: z.literal("attr"),
  type,
  /** What kind of text or number it is, where the type alone does not say. */
  semantic: z.enum(["duration", "integer", "trilean", "bytes", "ipv4", "google-credentials"]).optional(),
  /** The only values that the plugin accepts. */
  values: z.array(z.string()).optional(),
  valuesCaseInsensitive: z.boolean().optional(),
  /** The value reaches the service in the case it was given in, so only the service's own case is right. */
  sentAsWritten: z.boolean().optional(),
  /** Values that work; the plugin takes any. */
  knownValues: z.array(z.string()).optional(),
  /** No other value than the known ones works, although the plugin takes it. */
  closed: z.boolean().optional(),
  /** The keys of a map that mean something. */
  keys: z.array(z.string()).optional(),
  /** A regular expression when it begins with `^`, words otherwise. */
  pattern: z.string().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  min: z.number().optional(),
  max: z.number().nullish(),
});

export type AttributeFacts = z.infer<typeof attribute>;

export interface BlockFacts extends z.infer<typeof base> {
  readonly kind: "block";
  readonly repeated: boolean;
  readonly block: string;
  readonly fields: readonly FieldFacts[];
}

export type FieldFacts = AttributeFacts | BlockFacts;

const block: z.ZodType<BlockFacts> = base.extend({
  kind: z.literal("block"),
  repeated: z.boolean(),
  block: z.string(),
  fields: z.lazy(() => z.array(field)),
});

const field: z.ZodType<FieldFacts> = z.union([block, attribute]);

const component = z.object({
  kind: z.enum(["builder", "data-source", "post-processor", "provisioner"]),
  name: z.string(),
  fields: z.array(field),
  /** Of a data source: the attributes of its result. */
  outputs: z
    .array(
      z.object({ name: z.string(), type, note: z.string().optional(), sensitive: z.boolean().optional() }),
    )
    .optional(),
});

export type ComponentFacts = z.infer<typeof component>;

const plugin = z.object({
  plugin: z.string(),
  source: z.string(),
  version: z.string(),
  components: z.array(component),
});

export type PluginFacts = z.infer<typeof plugin>;

/** Reads and checks the text of a facts file. */
export function readFacts(text: string): PluginFacts {
  return plugin.parse(JSON.parse(text));
}

/** The options that a user can set: what Packer sets itself is none, nor is `_`, a remark on its neighbours. */
export function optionsOf(fields: readonly FieldFacts[]): readonly FieldFacts[] {
  return fields.filter((each) => each.internal !== true && each.name !== "_");
}
