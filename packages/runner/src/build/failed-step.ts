import type { Block, Body, Expression, ParsedFile } from "@packwright/hcl";
import type { Step } from "../stream/event.js";
import { isAnnounced, speaker, speaksPerFile } from "../stream/step-messages.js";
import { blocksOf, componentOf, kindOf } from "./block-path.js";

/** What a source said of its steps, in order: one that began, or that the last one is tried again; no clean-up. */
export type StepSign = Step | "again";

/** The template's part in which a source failed. */
export interface FailedPart {
  readonly file: ParsedFile;
  /** As diagnostics of templates name it: `build[0].provisioner[2].shell`. */
  readonly path: string;
  readonly block: Block;
}

/** A step of a build as one of its sources comes to it. */
interface Candidate {
  readonly block: Block;
  readonly path: string;
  /** `undefined` for steps that Packer repeats, whose component stands inside. */
  readonly component: string | undefined;
  /** How often it says that it begins: at least, and at most. */
  readonly least: number;
  readonly most: number;
  /** Whether it may be at work without having said anything. */
  readonly isSilent: boolean;
}

/**
 * The step in which a source failed: the template's steps are laid beside what the source said of them. `undefined` when
 * that leaves more than one, as Packer does not say which it is at.
 *
 * @param signs of the source, up to the step that failed
 * @param mayLeaveOut whether the run was told to leave out post-processors
 */
export function failedStep(
  files: readonly ParsedFile[],
  source: string,
  signs: readonly StepSign[],
  mayLeaveOut: boolean,
): FailedPart | undefined {
  const last = signs.findLast((sign) => sign !== "again");
  if (last === undefined) return undefined;
  const ofKind = signs.filter((sign) => sign === "again" || sign.kind === last.kind);
  const found = files.flatMap((file) =>
    blocksOf(file.body, "build").flatMap((build, at): readonly FailedPart[] => {
      const label = labelIn(build, source);
      if (label === undefined) return [];
      const path = `build[${String(at)}]`;
      const steps =
        last.kind === "provisioner"
          ? provisionersOf(build, path, label)
          : postProcessorsOf(build, path, label, mayLeaveOut);
      return [...placesAfter(steps, ofKind)].flatMap((place) => {
        const step = steps[place];
        return step === undefined ? [] : [{ file, path: step.path, block: step.block }];
      });
    }),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The block of a source, for what failed before its first step. */
export function sourcePart(files: readonly ParsedFile[], source: string): FailedPart | undefined {
  const found = files.flatMap((file) =>
    blocksOf(file.body, "source").flatMap((block): readonly FailedPart[] => {
      const label = block.labels.map(({ value }) => value).join(".");
      return `.${source}`.endsWith(`.${label}`) ? [{ file, path: `source.${label}`, block }] : [];
    }),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The places of the steps at which a source may be after these signs. */
function placesAfter(steps: readonly Candidate[], signs: readonly StepSign[]): ReadonlySet<number> {
  // At a step, which has said so many times that it began; before the first one at the start.
  let states: readonly (readonly [at: number, said: number])[] = [[-1, 0]];
  const isDone = (at: number, said: number): boolean => said >= (steps[at]?.least ?? 0);
  for (const sign of signs) {
    const next = new Map<string, readonly [at: number, said: number]>();
    const add = (at: number, said: number): void => {
      next.set(`${String(at)} ${String(said)}`, [at, said]);
    };
    for (const [at, said] of states) {
      const here = steps[at];
      if (sign === "again") {
        add(at, 0);
        continue;
      }
      if (here !== undefined && mayBeOf(here, sign) && said < here.most) {
        add(at, here.most === Infinity ? here.least : said + 1);
      }
      if (!isDone(at, said)) continue;
      for (const [later, step] of steps.entries()) {
        if (later <= at) continue;
        if (mayBeOf(step, sign)) add(later, 1);
        if (step.least > 0) break;
      }
    }
    states = [...next.values()];
  }
  const places = new Set<number>();
  for (const [at, said] of states) {
    places.add(at);
    if (!isDone(at, said)) continue;
    // Those that say nothing of their own may be at work without a sign.
    for (let later = at + 1; steps[later]?.least === 0; later++) {
      if (steps[later]?.isSilent === true) places.add(later);
    }
  }
  return places;
}

function mayBeOf({ component }: Candidate, step: Step): boolean {
  return component === undefined || speaker(component) === speaker(step.component);
}

function provisionersOf(build: Block, path: string, label: string): readonly Candidate[] {
  return blocksOf(build.body)
    .filter((block) => kindOf(block) === "provisioner")
    .flatMap((block, at) => {
      const component = componentOf(block);
      const [least, most] = component === undefined ? [0, Infinity] : announcements(block.body, component);
      const place = [`${path}.provisioner[${String(at)}]`, ...(component === undefined ? [] : [component])];
      const isSilent = !isAnnounced(component);
      return candidate({ block, path: place.join("."), component, least, most, isSilent }, label);
    });
}

/** Each post-processor is announced once. */
function postProcessorsOf(
  build: Block,
  path: string,
  label: string,
  mayLeaveOut: boolean,
): readonly Candidate[] {
  const least = mayLeaveOut ? 0 : 1;
  const one = (block: Block, place: string): readonly Candidate[] => {
    const component = componentOf(block);
    const step =
      component === undefined
        ? { block, path: place, component, least: 0, most: Infinity, isSilent: false }
        : { block, path: `${place}.${component}`, component, least, most: 1, isSilent: false };
    return candidate(step, label);
  };
  return blocksOf(build.body)
    .filter((block) => kindOf(block).startsWith("post-processor"))
    .flatMap((block, at) => {
      const place = `${path}.post-processor[${String(at)}]`;
      if (block.type !== "post-processors") return one(block, place);
      return blocksOf(block.body).flatMap((step, inside) => one(step, `${place}[${String(inside)}]`));
    });
}

/** A step as it is for a source: none that leaves the source out, and one of which only Packer knows may be left out. */
function candidate(step: Candidate, label: string): readonly Candidate[] {
  const [only, except] = ["only", "except"].map((name) => literals(attribute(step.block.body, name)));
  if (only === "unknown" || except === "unknown") return [{ ...step, least: 0 }];
  const isLeftOut = only?.includes(label) === false || except?.includes(label) === true;
  return isLeftOut ? [] : [step];
}

/** How often a provisioner says that it begins. */
function announcements(body: Body, component: string): readonly [least: number, most: number] {
  if (!isAnnounced(component)) return [0, 0];
  const several = component === "file" ? "sources" : "scripts";
  const given = attribute(body, several);
  const own = component === "powershell" ? 1 : 0;
  if (given === undefined || !speaksPerFile(component)) return [1 + own, 1 + own];
  const files = given.kind === "tuple" ? given.items.length : undefined;
  return files === undefined ? [1 + own, Infinity] : [files + own, files + own];
}

/** The name that a build has for a source of an event, which begins with the name of the build if that has one. */
function labelIn(build: Block, source: string): string | undefined {
  const name = attribute(build.body, "name");
  const labels = sourceLabels(build);
  if (name?.kind === "string") return labels.find((label) => `${name.value}.${label}` === source);
  return labels.find((label) => (name === undefined ? label === source : source.endsWith(`.${label}`)));
}

function sourceLabels(build: Block): readonly string[] {
  const listed = literals(attribute(build.body, "sources"));
  const own = blocksOf(build.body, "source").map(({ labels: [label], body }) => {
    const name = attribute(body, "name");
    const reference = withoutSource(label?.value ?? "");
    return name?.kind === "string" ? reference.replace(/\.[^.]*$/, `.${name.value}`) : reference;
  });
  return [...(Array.isArray(listed) ? listed.map(withoutSource) : []), ...own];
}

function withoutSource(reference: string): string {
  return reference.replace(/^source\./, "");
}

/** The texts of a literal list. */
function literals(value: Expression | undefined): readonly string[] | "unknown" | undefined {
  if (value === undefined) return undefined;
  if (value.kind !== "tuple") return "unknown";
  const texts = value.items.flatMap((item) => (item.kind === "string" ? [item.value] : []));
  return texts.length === value.items.length ? texts : "unknown";
}

function attribute(body: Body, name: string): Expression | undefined {
  const found = body.items.find((item) => item.kind === "attribute" && item.name === name);
  return found?.kind === "attribute" ? found.value : undefined;
}
