import type { Block, Body, ParsedFile } from "@packwright/hcl";

/**
 * The innermost block at a line, as diagnostics of templates name it: `build[0].provisioner[2].shell`,
 * `source.null.web`; `undefined` for a line that no block has.
 *
 * @param line from 1
 */
export function blockPathAt({ body, source }: ParsedFile, line: number): string | undefined {
  const builds = blocksOf(body, "build");
  for (const block of blocksOf(body)) {
    if (!hasLine(block, line, source.text)) continue;
    if (block.type !== "build") return [block.type, ...labelsOf(block)].join(".");
    const build = `build[${String(builds.indexOf(block))}]`;
    const step = stepAt(block.body, line, source.text);
    return step === undefined ? build : `${build}.${step}`;
  }
  return undefined;
}

/** The option of a block at a line, in blocks inside it too. */
export function optionAt({ body, source }: ParsedFile, line: number): string | undefined {
  const find = (inside: Body): string | undefined => {
    for (const item of inside.items) {
      if (!hasLine(item, line, source.text)) continue;
      if (item.kind === "attribute") return item.name;
      const found = find(item.body);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return find(body);
}

/** The line at which a block begins, from 1. */
export function lineOfBlock({ source }: ParsedFile, { start = 0 }: Block): number {
  return lineOf(source.text, start);
}

function stepAt(build: Body, line: number, text: string): string | undefined {
  const steps = blocksOf(build);
  const step = steps.find((each) => hasLine(each, line, text));
  if (step === undefined) return undefined;
  const kind = kindOf(step);
  const isPipeline = (block: Block): boolean => kindOf(block).startsWith("post-processor");
  if (kind === "provisioner") {
    const at = steps.filter((each) => kindOf(each) === kind).indexOf(step);
    return withComponent(`provisioner[${String(at)}]`, step);
  }
  if (!isPipeline(step)) return withComponent(kind, step);
  const pipeline = `post-processor[${String(steps.filter(isPipeline).indexOf(step))}]`;
  if (step.type !== "post-processors") return withComponent(pipeline, step);
  const inner = blocksOf(step.body);
  const at = inner.findIndex((each) => hasLine(each, line, text));
  const found = inner[at];
  return found === undefined ? pipeline : withComponent(`${pipeline}[${String(at)}]`, found);
}

/** The type of a block, also of one that Packer repeats. */
export function kindOf({ type, labels }: Block): string {
  return type === "dynamic" ? (labels[0]?.value ?? type) : type;
}

/** The component of a step; a repeated one has it inside. */
export function componentOf(step: Block): string | undefined {
  return step.type === "dynamic" ? undefined : step.labels[0]?.value;
}

function withComponent(path: string, step: Block): string {
  const component = componentOf(step);
  return component === undefined ? path : `${path}.${component}`;
}

export function blocksOf(body: Body, type?: string): readonly Block[] {
  return body.items.filter(
    (item): item is Block => item.kind === "block" && (type === undefined || item.type === type),
  );
}

function labelsOf(block: Block): readonly string[] {
  return block.labels.map(({ value }) => value);
}

function hasLine({ start = 0, end = 0 }: Pick<Block, "start" | "end">, line: number, text: string): boolean {
  return lineOf(text, start) <= line && line <= lineOf(text, end);
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
