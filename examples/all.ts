// The examples and the files that are printed from them; the tests compare these with what is committed.
import type { TemplateOutput } from "@packwright/core";
import ansible from "./ansible/template.js";
import buildScript from "./build-script/template.js";
import dataSource from "./data-source/template.js";
import disks from "./disks/template.js";
import exported from "./export/template.js";
import { pipelines as fleetPipelines } from "./fleet/pipelines.js";
import fleet from "./fleet/template.js";
import iap from "./iap/template.js";
import matrix from "./matrix/template.js";
import { roles } from "./shared-vpc/roles.js";
import sharedVpc from "./shared-vpc/template.js";
import { pipelines as tutorialPipelines } from "./tutorial/pipelines.js";
import tutorial from "./tutorial/template.js";
import windows from "./windows/template.js";

/** A template and the files that it is written to, by their path in this folder. */
export interface Example {
  readonly name: string;
  readonly template: TemplateOutput;
  readonly files: readonly string[];
}

/** Files that are no template, with what makes their text, by their path in this folder. */
export const others: Readonly<Record<string, () => string | Promise<string>>> = {
  ...within("tutorial", tutorialPipelines),
  ...within("fleet", fleetPipelines),
  "shared-vpc/roles.sh": roles,
};

function within<T>(folder: string, files: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}

const ALL = [".pkr.hcl", ".pkr.json", ".json"];
/** For what legacy JSON cannot say. */
const HCL = [".pkr.hcl", ".pkr.json"];

const example = (
  name: string,
  template: TemplateOutput,
  file: string,
  endings: readonly string[] = ALL,
): Example => ({ name, template, files: endings.map((ending) => `${name}/${file}${ending}`) });

export const examples: readonly Example[] = [
  example("tutorial", tutorial, "loop-node-18-ubuntu-minimal-2204"),
  example("build-script", buildScript, "loop-node-18-ubuntu-minimal-2204"),
  // Legacy JSON has no names of builds.
  example("matrix", matrix, "golden", HCL),
  example("fleet", fleet, "fleet", HCL),
  example("windows", windows, "windows"),
  example("iap", iap, "private"),
  example("shared-vpc", sharedVpc, "shared"),
  example("disks", disks, "appliance"),
  example("export", exported, "portable"),
  // Legacy JSON has no data sources.
  example("data-source", dataSource, "monitored", HCL),
  example("ansible", ansible, "web"),
];
