import {
  build,
  data,
  dynamic,
  env,
  fn,
  forEach,
  local,
  source,
  template,
  text,
  variable,
} from "@packwright/core";
import { source as google } from "@packwright/googlecompute";
import { manifest } from "@packwright/post-processors";
import { file, shell } from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { evaluate } from "./evaluate.js";

const here = source.null("here", { communicator: "none" });
const region = variable("region", z.enum(["eu", "us"]).default("eu"));
const count = variable("disk_count", z.number().int().min(1).default(1));
const project = variable("project_id", z.string());
const token = variable("token", z.string().default("t"), { sensitive: true });

/** A template with one step that echoes a text. */
const echo = (...texts: readonly Parameters<typeof text>[1][]) =>
  here.provision(shell({ inline: texts.map((each) => text`${each}`) }));

const inlineOf = (...parameters: Parameters<typeof evaluate>) =>
  evaluate(...parameters).builds[0]?.runs[0]?.provisioners[0]?.options["inline"];

describe("evaluate", () => {
  it("gives the options of sources and steps as plain values", () => {
    const image = google
      .googlecompute("web", {
        project_id: project,
        zone: text`${region}-west3-a`,
        source_image_family: "debian-12",
        ssh_username: "packer",
        disk_size: "25",
        image_labels: { region, token },
      })
      .provision(
        shell({ inline: [text`echo ${project}`], pause_before: "10s", max_retries: 2 }),
        ({ build: { ID }, source: { name } }) => shell({ inline: [text`${name} ${ID}`] }),
      )
      .postProcess(manifest({ output: "m.json" }));
    const { sources, builds, variables } = evaluate(image, {
      variables: { project_id: "loopbin" },
      build: { ID: "1234" },
    });
    expect(variables).toEqual({ project_id: "loopbin", region: "eu", token: "t" });
    expect(sources["googlecompute.web"]).toEqual({
      project_id: "loopbin",
      zone: "eu-west3-a",
      source_image_family: "debian-12",
      ssh_username: "packer",
      disk_size: 25,
      image_labels: { region: "eu", token: "t" },
    });
    expect(builds).toEqual([
      {
        name: "",
        description: "",
        runs: [
          {
            source: "googlecompute.web",
            only: "googlecompute.web",
            type: "googlecompute",
            name: "web",
            options: sources["googlecompute.web"],
            provisioners: [
              {
                type: "shell",
                options: { inline: ["echo loopbin"] },
                meta: { pause_before: "10s", max_retries: 2 },
              },
              { type: "shell", options: { inline: ["web 1234"] }, meta: {} },
            ],
            postProcessors: [[{ type: "manifest", options: { output: "m.json" }, meta: {} }]],
          },
        ],
      },
    ]);
  });

  it("takes values by Packer's precedence: default, environment, var files, variables", () => {
    const image = echo(region);
    const env = { PKR_VAR_region: "us" };
    const file = (value: string) => ({ name: "a.pkrvars.hcl", text: `region = "${value}"\n` });
    expect(inlineOf(image)).toEqual(["eu"]);
    expect(inlineOf(image, { env })).toEqual(["us"]);
    expect(inlineOf(image, { env, varFiles: [file("eu")] })).toEqual(["eu"]);
    expect(inlineOf(image, { varFiles: [file("eu"), file("us")] })).toEqual(["us"]);
    expect(inlineOf(image, { varFiles: [file("eu")], variables: { region: "us" } })).toEqual(["us"]);
    const json = { name: "a.pkrvars.json", text: '{"region": "us"}' };
    expect(inlineOf(image, { varFiles: [json] })).toEqual(["us"]);
  });

  it("takes the default from the environment where the variable says so", () => {
    const home = variable("home", z.string(), { default: env("HOME") });
    expect(inlineOf(echo(home), { env: { HOME: "/root" } })).toEqual(["/root"]);
    expect(inlineOf(echo(home))).toEqual([""]);
  });

  it("converts values to the types of their variables", () => {
    expect(evaluate(echo(count), { variables: { disk_count: "3" } }).variables).toEqual({ disk_count: 3 });
    expect(evaluate(echo(count), { env: { PKR_VAR_disk_count: "3" } }).variables).toEqual({ disk_count: 3 });
  });

  it("tells every variable that has no value or a wrong one, with its place", () => {
    const image = echo(project, count, region);
    expect(() => evaluate(image, { variables: { disk_count: 0, region: "mars", nope: 1 } })).toThrow(
      `the template cannot be evaluated

error: Unset variable "project_id"
  at variable.project_id, in its HCL at 1:1
  It has no default: give it a value in variables, varFiles or env.

error: Invalid value for variable
  at variable.disk_count.validation[1], in its HCL at 14:3
  The value of disk_count must be at least 1.`,
    );
    expect(() => evaluate(image, { variables: { disk_count: 0, region: "mars", nope: 1 } })).toThrow(
      'Undefined variable "nope"',
    );
  });

  it("evaluates locals and data sources after what they refer to", () => {
    const base = data.http("base", { url: text`https://example.com/${region}` });
    const shout = local("shout", fn.upper(base.body));
    const last = local("last", text`${shout}!`);
    const image = echo(last);
    const answered = evaluate(image, { data: { "http.base": { body: "hello" } } });
    expect(answered.locals).toEqual({ shout: "HELLO", last: "HELLO!" });
    expect(answered.data).toEqual({ "http.base": { body: "hello" } });
    expect(inlineOf(image)).toEqual(["<unknown>"]);
  });

  it("runs steps for the sources that they are for, with the options that differ", () => {
    const twin = here.as("twin");
    const image = build([here, twin], { name: "both" }).provision(
      shell({ inline: ["one"], only: ["null.here"] }),
      shell({ inline: ["two"], except: ["null.here"] }),
      shell({ inline: ["three"], override: { twin: { execute_command: "sudo {{ .Path }}" } } }),
    );
    const runs = evaluate(image).builds[0]?.runs ?? [];
    expect(runs.map(({ only, provisioners }) => [only, provisioners.map(({ options }) => options)])).toEqual([
      ["both.null.here", [{ inline: ["one"] }, { inline: ["three"] }]],
      ["both.null.twin", [{ inline: ["two"] }, { inline: ["three"], execute_command: "sudo {{ .Path }}" }]],
    ]);
  });

  it("repeats what dynamic blocks and for-expressions repeat", () => {
    const names = variable("names", z.array(z.string()).default(["a", "b"]));
    const image = here.provision(
      dynamic(names, ({ key, value }) => shell({ inline: [text`${key}: ${value}`] })),
      shell({ inline: forEach(names, (name) => text`mkdir ${name}`) }),
    );
    const { provisioners = [] } = evaluate(image).builds[0]?.runs[0] ?? {};
    expect(provisioners.map(({ options }) => options["inline"])).toEqual([
      ["0: a"],
      ["1: b"],
      ["mkdir a", "mkdir b"],
    ]);
  });

  it("asks the host for the time", () => {
    const host = { now: () => new Date("2024-01-02T03:04:05Z") };
    expect(inlineOf(echo(fn.timestamp()), { host })).toEqual(["2024-01-02T03:04:05Z"]);
  });

  it("tells what a function refuses, with its place", () => {
    const image = here.provision(file({ content: fn.file("nowhere"), destination: "/tmp/x" }));
    expect(() => evaluate(image)).toThrow(
      /error: Error in function call\n {2}at build\[0\]\.provisioner\[0\]\.file\.content, in its HCL at \d+:\d+\n/,
    );
  });

  it("keeps the builds of a template apart", () => {
    const whole = template([echo("a"), here.with("there", {}).provision(shell({ inline: ["b"] }))]);
    expect(evaluate(whole).builds.map(({ runs }) => runs[0]?.source)).toEqual(["null.here", "null.there"]);
  });
});
