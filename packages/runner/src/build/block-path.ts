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

function stepAt(build: Body, line: number, text: string): string | undefined {
  const steps = blocksOf(build);
  const step = steps.find((each) => hasLine(each, line, text));
  if (step === undefined) return undefined;
  const kind = kindOf(step);
  const isPipeline = (block: Block): boolean => kindOf(block).startsWith("post-processor");
  if (kind === "provisioner") {
    const at = steps.filter((each) => kindOf(each) === kind).indexOf(step);
    return [`provisioner[${String(at)}]`, ...componentOf(step)].join(".");
  }
  if (!isPipeline(step)) return [kind, ...componentOf(step)].join(".");
  const pipeline = `post-processor[${String(steps.filter(isPipeline).indexOf(step))}]`;
  if (step.type !== "post-processors") return [pipeline, ...componentOf(step)].join(".");
  const inner = blocksOf(step.body);
  const at = inner.findIndex((each) => hasLine(each, line, text));
  const found = inner[at];
  return found === undefined ? pipeline : [`${pipeline}[${String(at)}]`, ...componentOf(found)].join(".");
}

/** The type of a block, also of one that Packer repeats. */
function kindOf({ type, labels }: Block): string {
  return type === "dynamic" ? (labels[0]?.value ?? type) : type;
}

/** The component of a step; a repeated one has it inside. */
function componentOf(step: Block): readonly string[] {
  return step.type === "dynamic" ? [] : labelsOf(step);
}

function blocksOf(body: Body, type?: string): readonly Block[] {
  return body.items.filter(
    (item): item is Block => item.kind === "block" && (type === undefined || item.type === type),
  );
}

function labelsOf(block: Block): readonly string[] {
  return block.labels.map(({ value }) => value);
}

function hasLine({ start = 0, end = 0 }: Block, line: number, text: string): boolean {
  return lineOf(text, start) <= line && line <= lineOf(text, end);
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
