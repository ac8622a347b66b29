import { labelOf, type SourceReference } from "../../blocks/build-block.js";
import type { ComponentUse } from "../../blocks/component-use.js";
import type { Declaration } from "../../blocks/declaration.js";
import type { Collected, InspectedBuild } from "../../template/collect.js";

/** What a node of the picture stands for. */
export type FlowKind =
  "variable" | "local" | "data" | "source" | "provisioner" | "artifact" | "post-processor";

/** One thing of a template that the picture shows. */
export interface FlowNode {
  readonly id: string;
  readonly kind: FlowKind;
  /** Its lines, the name first. */
  readonly lines: readonly string[];
}

/** `flow` is what happens after what, `use` what refers to what, `failure` what runs when another one failed. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "flow" | "use" | "failure";
}

/** The nodes of one build, which stand together. */
export interface FlowGroup {
  readonly id: string;
  readonly title: string;
  readonly nodes: readonly FlowNode[];
}

/** A template as a picture: what it declares, its builds, and the arrows between all of these. */
export interface Flow {
  readonly declarations: readonly FlowNode[];
  readonly groups: readonly FlowGroup[];
  readonly edges: readonly FlowEdge[];
}

/** The flow of a template: variables, sources, the steps on each of them, and what comes out. */
export function flowOf(collected: Collected): Flow {
  const reader = new FlowReader(collected);
  const groups = collected.builds.map((build, at) => reader.build(build, at));
  return { declarations: reader.declarations, groups, edges: reader.edges };
}

class FlowReader {
  readonly declarations: FlowNode[] = [];
  readonly edges: FlowEdge[] = [];
  readonly #ids = new Map<Declaration, string>();
  readonly #dataIds = new Map<ComponentUse, string>();

  constructor({ variables, locals, data }: Collected) {
    variables.forEach((variable, at) => {
      this.#declare(`variable${String(at)}`, "variable", [`var.${variable.name}`], variable);
    });
    data.forEach((use, at) => {
      const id = `data${String(at)}`;
      this.#dataIds.set(use, id);
      this.declarations.push({ id, kind: "data", lines: [`data.${use.definition.type}.${use.label ?? ""}`] });
    });
    locals.forEach((local, at) => {
      this.#declare(`local${String(at)}`, "local", [`local.${local.name}`], local);
    });
    for (const local of locals) this.#uses(local.value.uses, this.#ids.get(local) ?? "");
    for (const use of data) this.#uses(use.inspected.uses, this.#dataIds.get(use) ?? "");
  }

  build({ block, name }: InspectedBuild, at: number): FlowGroup {
    const id = `build${String(at)}`;
    const nodes: FlowNode[] = [];
    const add = (kind: FlowKind, place: string, lines: readonly string[], use?: ComponentUse): string => {
      const node: FlowNode = { id: `${id}_${place}`, kind, lines };
      nodes.push(node);
      if (use !== undefined) this.#uses(usesOf(use), node.id);
      return node.id;
    };
    const sources = block.sources.map((source, i) =>
      add("source", `source${String(i)}`, sourceLines(source), source.source),
    );
    let last = sources;
    const then = (next: string): void => {
      this.#connect(last, next, "flow");
      last = [next];
    };
    block.provisioners.forEach((use, i) => {
      then(add("provisioner", `provisioner${String(i)}`, stepLines(use), use));
    });
    if (block.errorCleanup !== undefined) {
      const cleanup = add("provisioner", "cleanup", stepLines(block.errorCleanup), block.errorCleanup);
      this.#connect(last, cleanup, "failure");
    }
    then(
      add("artifact", "artifact", [block.sources.length === 1 ? "artifact" : "an artifact of each source"]),
    );
    const artifact = last;
    block.pipelines.forEach((pipeline, i) => {
      last = artifact;
      pipeline.forEach((use, j) => {
        then(add("post-processor", `pipeline${String(i)}_${String(j)}`, stepLines(use), use));
      });
    });
    const title = name?.node.kind === "string" ? `build ${name.node.value}` : `build ${String(at + 1)}`;
    return { id, title, nodes };
  }

  #declare(id: string, kind: FlowKind, lines: readonly string[], declaration: Declaration): void {
    this.#ids.set(declaration, id);
    this.declarations.push({ id, kind, lines });
  }

  #connect(from: readonly string[], to: string, kind: FlowEdge["kind"]): void {
    for (const each of from) this.edges.push({ from: each, to, kind });
  }

  #uses(uses: readonly Declaration[], user: string): void {
    const ids = uses.map((use) => (use.kind === "data" ? this.#dataIds.get(use.use) : this.#ids.get(use)));
    for (const id of new Set(ids)) if (id !== undefined) this.edges.push({ from: id, to: user, kind: "use" });
  }
}

function usesOf({ inspected, repetition }: ComponentUse): readonly Declaration[] {
  return repetition === undefined ? inspected.uses : [...repetition.forEach.uses, ...inspected.uses];
}

function sourceLines(reference: SourceReference): readonly string[] {
  return reference.as === undefined
    ? [labelOf(reference)]
    : [labelOf(reference), `from ${reference.source.definition.type}.${reference.source.label ?? ""}`];
}

/** What tells a step from others of its type: its name, what it runs, and the sources that it is for. */
const TELLING = [
  "name",
  "script",
  "scripts",
  "playbook_file",
  "manifest_file",
  "source",
  "destination",
  "output",
];

const LONGEST = 48;

function stepLines({ definition, options, repetition }: ComponentUse): readonly string[] {
  const lines = [definition.type];
  const inline = options["inline"];
  if (Array.isArray(inline) && typeof inline[0] === "string")
    lines.push(shorten(inline.length === 1 ? inline[0] : `${inline[0]} …`));
  for (const option of TELLING) {
    const value = options[option];
    if (typeof value === "string") lines.push(shorten(value));
    else if (Array.isArray(value) && value.every((item) => typeof item === "string"))
      lines.push(shorten(value.join(", ")));
  }
  for (const option of ["only", "except"]) {
    const value = options[option];
    if (Array.isArray(value)) lines.push(shorten(`${option} ${value.map(String).join(", ")}`));
  }
  if (repetition !== undefined) lines.push("for each item");
  return lines;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
