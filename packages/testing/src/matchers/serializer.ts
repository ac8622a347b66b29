import { contentsOf, type ComponentContents, type TemplateOutput } from "@packwright/core";
import { parse, print, string, visit, type Block, type BodyItem, type Expression } from "@packwright/hcl";
import { attributeOf } from "../evaluate/evaluator.js";

/** What stands in snapshots in the place of secrets; Packer writes the same. */
const REDACTED = "<sensitive>";

/**
 * A snapshot serializer for vitest and jest: templates as their HCL. The values of sensitive variables and locals are
 * redacted, and so are texts in options that hold secrets.
 *
 * @example
 * expect.addSnapshotSerializer(serializer);
 */
export const serializer: {
  readonly test: (value: unknown) => boolean;
  readonly serialize: (value: TemplateOutput) => string;
} = {
  test: isTemplate,
  serialize: (template) => {
    const secrets = secretsOf(template);
    const items = parse(template.toHcl()).body.items.map((item) => redact(item, secrets));
    return print({ items }).trimEnd();
  },
};

function isTemplate(value: unknown): value is TemplateOutput {
  if (typeof value !== "object" || value === null) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return ["toHcl", "toJson", "check", "hash"].every((name) => typeof members[name] === "function");
}

/** The paths of options that hold secrets, by the kind of block and the type of component: `source googlecompute`. */
type Secrets = ReadonlyMap<string, SecretOptions>;

type SecretOptions = NonNullable<ComponentContents["definition"]["sensitive"]>;

function secretsOf(template: TemplateOutput): Secrets {
  const { builds, data } = contentsOf(template);
  const components: readonly ComponentContents[] = [
    ...data,
    ...builds.flatMap(({ sources, provisioners, errorCleanup, postProcessors }) => [
      ...sources,
      ...provisioners,
      ...(errorCleanup === undefined ? [] : [errorCleanup]),
      ...postProcessors.flat(),
    ]),
  ];
  return new Map(
    components.map(({ kind, type, definition }) => [`${kind} ${type}`, definition.sensitive ?? {}]),
  );
}

function redact(item: BodyItem, secrets: Secrets): BodyItem {
  if (item.kind !== "block") return item;
  switch (item.type) {
    case "variable":
    case "local":
      return redactDeclared(item);
    case "build":
    case "post-processors":
      return within(item, (inner) => redact(inner, secrets));
    case "source":
    case "data":
    case "provisioner":
    case "error-cleanup-provisioner":
    case "post-processor": {
      const kind = item.type === "error-cleanup-provisioner" ? "provisioner" : item.type;
      // In a build, a source is named by its type and its label.
      const [type = ""] = (item.labels[0]?.value ?? "").replace(/^source\./, "").split(".");
      return redactOptions(item, secrets.get(`${kind} ${type}`) ?? {}, "");
    }
    default:
      return item;
  }
}

function redactDeclared(item: Block): Block {
  const sensitive = attributeOf(item, "sensitive");
  if (sensitive?.kind !== "bool" || !sensitive.value) return item;
  const secret = item.type === "variable" ? "default" : "expression";
  return within(item, (inner) =>
    inner.kind === "attribute" && inner.name === secret ? { ...inner, value: string(REDACTED) } : inner,
  );
}

function redactOptions(block: Block, secrets: SecretOptions, prefix: string): Block {
  return within(block, (item) => {
    if (item.kind === "attribute")
      return isSecret(item.value, secrets[`${prefix}${item.name}`])
        ? { ...item, value: string(REDACTED) }
        : item;
    // What dynamic makes has the name of its label, and its options in a block inside.
    if (item.type === "dynamic") {
      const inner = `${prefix}${item.labels[0]?.value ?? ""}.`;
      return within(item, (each) => (each.kind === "block" ? redactOptions(each, secrets, inner) : each));
    }
    return redactOptions(item, secrets, `${prefix}${item.type}.`);
  });
}

/** Whether text of a secret is written out anywhere in an expression; a reference tells none, and neither does a path. */
function isSecret(value: Expression, secrecy: SecretOptions[string] | undefined): boolean {
  if (secrecy === undefined) return false;
  if (secrecy === "inline" && value.kind === "string") return /^\s*\{(?!\{)/.test(value.value);
  let found = false;
  visit(value, (node) => {
    if (node.kind === "string" || node.kind === "text") found ||= node.value !== "";
    return !found;
  });
  return found;
}

function within(block: Block, change: (item: BodyItem) => BodyItem): Block {
  return { ...block, body: { ...block.body, items: block.body.items.map((item) => change(item)) } };
}
