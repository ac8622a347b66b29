import { type TemplateOutput } from "@packwright/core";
import { load } from "@packwright/core/load";
import { googlecompute } from "@packwright/googlecompute";
import * as postProcessors from "@packwright/post-processors";
import * as provisioners from "@packwright/provisioners";
import { expect } from "vitest";
import type { ReferenceRequest } from "../hcl-reference.js";

/** Shows a fact: it throws when that does not hold, and tells what the reference has to agree to. */
export type Proof = () => readonly ReferenceRequest[];

/** A part of a row that no template shows, and why. */
export interface Left {
  readonly reason: string;
}

/** What shows the rows of a section, by their names; a sentence's name is the beginning of it. */
export type Proofs = Readonly<Record<string, readonly (Proof | Left)[]>>;

const components = [googlecompute, provisioners, postProcessors];
const SOURCE = 'source "null" "a" {\n  communicator = "none"\n}\n';
const BUILD = 'build {\n  sources = ["null.a"]\n}\n';

/** A template in HCL, with a source and a build where it has none. */
export function read(text: string): TemplateOutput {
  const rest = (/^source "/m.test(text) ? "" : SOURCE) + (/^build /m.test(text) ? "" : BUILD);
  return load({ name: "t.pkr.hcl", text: text + rest }, { components });
}

/** The template has no errors, its HCL has the fragments, and HashiCorp's parser reads HCL and JSON as the same. */
export function says(output: TemplateOutput, ...fragments: readonly string[]): Proof {
  return () => {
    expect(errorsOf(output)).toEqual([]);
    const text = output.toHcl();
    for (const fragment of fragments) expect(text).toContain(fragment);
    return [{ command: "same", text, other: output.toJson() }];
  };
}

/** The same for a template that was written in HCL; without fragments, it comes back as it was written. */
export function reads(text: string, ...fragments: readonly string[]): Proof {
  return () => says(read(text), ...(fragments.length === 0 ? [text] : fragments))();
}

/** What `check` finds in the template: `severity code path`, without notes. */
export function tells(output: TemplateOutput, ...found: readonly string[]): Proof {
  return () => {
    expect(foundIn(output)).toEqual(found);
    return [];
  };
}

/** The same for a template that was written in HCL, as a program cannot write it or its types do not let it. */
export function refuses(text: string, ...found: readonly string[]): Proof {
  return () => tells(read(text), ...found)();
}

/** Something that a few lines of a program show. */
export function holds(check: () => void): Proof {
  return () => {
    check();
    return [];
  };
}

/** A row, or a part of it, that no template shows. */
export function left(reason: string): Left {
  return { reason };
}

function foundIn(output: TemplateOutput): readonly string[] {
  return output
    .check()
    .filter(({ severity }) => severity !== "note")
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

function errorsOf(output: TemplateOutput): readonly string[] {
  return foundIn(output).filter((each) => each.startsWith("error"));
}
