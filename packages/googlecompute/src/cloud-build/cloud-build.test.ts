import { build, template, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { source } from "../plugin.js";
import { BASE } from "../rules/check.test-support.js";
import { cloudBuild, cloudBuilds, type CloudBuildOptions } from "./cloud-build.js";
import { cloudBuildCalls as callsOf, commandsOf, readCloudBuild as read } from "./steps.test-support.js";
import { LIMITS, misshapen, SUBSTITUTION } from "./shape.test-support.js";
import { cloudBuildTrigger } from "./trigger.js";

const project = variable("project_id", z.string());
const size = variable("disk_size", z.int().min(10).default(20));
const token = variable("token", z.string(), { sensitive: true });
const base = { ...BASE, project_id: project, disk_size: size };
const images = template([
  build([source.googlecompute("web", base), source.googlecompute("db", base)], { name: "golden [1]" }),
  source.googlecompute("api", { ...base, access_token: token }),
]);
const options: CloudBuildOptions = {
  template: "images/all.pkr.hcl",
  packer: "1.14.2",
  serviceAccount: "packer@loopbin.iam.gserviceaccount.com",
  variables: { project_id: 'it\'s $HOME "here"', disk_size: 30 },
  secrets: { token: { secret: "gcp-token", version: "3" } },
};

describe("a cloudbuild.yaml", () => {
  it("runs init, validate and a build a source, with typed values and names that are right", async () => {
    const variables = [`-var=project_id=it's $HOME "here"`, "-var=disk_size=30"];
    const path = "images/all.pkr.hcl";
    const built = (only: string): readonly string[] => [
      "packer",
      "build",
      "-color=false",
      "-timestamp-ui",
      `-only=${only}`,
      ...variables,
      path,
    ];
    expect(commandsOf(callsOf(read(await cloudBuild(images, options))))).toEqual([
      ["packer", "init", path],
      ["packer", "validate", ...variables, path],
      built(String.raw`golden \[1\].googlecompute.web`),
      built(String.raw`golden \[1\].googlecompute.db`),
      built("googlecompute.api"),
    ]);
  });

  it("runs the builds beside each other, with secrets that only they see", async () => {
    const config = read(
      await cloudBuild(images, { ...options, machineType: "E2_HIGHCPU_8", timeout: 600, tags: ["images"] }),
    );
    const builds = config.steps.filter(({ id }) => id.startsWith("build"));
    expect(builds.map(({ waitFor, secretEnv, name }) => [waitFor, secretEnv, name])).toEqual(
      Array(3).fill([["validate"], ["PKR_VAR_token"], "hashicorp/packer:1.14.2"]),
    );
    expect(config).toMatchObject({
      serviceAccount: "projects/${PROJECT_ID}/serviceAccounts/packer@loopbin.iam.gserviceaccount.com",
      timeout: "600s",
      tags: ["images"],
      options: { logging: "CLOUD_LOGGING_ONLY", machineType: "E2_HIGHCPU_8" },
      availableSecrets: {
        secretManager: [
          { versionName: "projects/$PROJECT_ID/secrets/gcp-token/versions/3", env: "PKR_VAR_token" },
        ],
      },
    });
  });

  it("keeps plugins in a bucket", async () => {
    const config = read(await cloudBuild(images, { ...options, pluginCache: "cache" }));
    const calls = callsOf({ ...config, steps: config.steps.filter(({ id }) => id.endsWith("plugins")) });
    const archive = "gs://cache/packer-1-14-2_googlecompute-1-2-8.tar.gz";
    const folder = "/workspace/.packer/plugins";
    const fetched = [
      ["mkdir", "-p", folder],
      ["gcloud", "storage", "cp", archive, `${folder}.tar.gz`],
    ];
    expect(commandsOf(calls)).toEqual([
      ...fetched,
      ["tar", "-xzf", `${folder}.tar.gz`, "-C", folder],
      ["tar", "-czf", `${folder}.tar.gz`, "-C", folder, "."],
      ["gcloud", "storage", "cp", `${folder}.tar.gz`, archive],
    ]);
    // The first build finds no archive, which is no reason to stop.
    expect(commandsOf(calls.slice(0, 1), ["gcloud"])).toEqual(fetched);
  });

  it("builds everything in one call, or each source in a build of its own", async () => {
    const one = read(await cloudBuild(images, { ...options, parallel: "packer" }));
    expect(one.steps.map(({ id }) => id)).toEqual(["init", "validate", "build"]);
    const each = await cloudBuilds(images, options);
    expect(Object.keys(each)).toEqual([
      String.raw`golden \[1\].googlecompute.web`,
      String.raw`golden \[1\].googlecompute.db`,
      "googlecompute.api",
    ]);
    expect(read(each["googlecompute.api"] ?? "").steps.map(({ id }) => id)).toEqual([
      "init",
      "validate",
      "build-api",
    ]);
  });

  it("has the shape of the published schema", async () => {
    const text = await cloudBuild(images, {
      ...options,
      pluginCache: "cache",
      tags: ["a"],
      machineType: "E2_MEDIUM",
    });
    expect(misshapen(text, "cloudbuild")).toEqual([]);
    for (const name of Object.keys(read(text).substitutions ?? {})) expect(name).toMatch(SUBSTITUTION);
    // The schema is one that refuses something.
    expect(misshapen("steps: [{ arg: [1] }]\ntimeout: 1h\nnope: 1", "cloudbuild")).toHaveLength(4);
  });

  it("has a substitution of its own for each variable", async () => {
    const [lower, upper] = [variable("size", z.string()), variable("SIZE", z.string())];
    const image = source.googlecompute("x", { ...BASE, image_name: lower, image_family: upper });
    const config = read(
      await cloudBuild(image, { ...options, secrets: {}, variables: { size: "a", SIZE: "b" } }),
    );
    expect(config.substitutions).toEqual({ _SIZE: "a", _SIZE_2: "b" });
    expect(commandsOf(callsOf(config))[1]).toEqual([
      "packer",
      "validate",
      "-var=size=a",
      "-var=SIZE=b",
      options.template,
    ]);
  });

  it("has no more steps than Cloud Build runs", async () => {
    const many = Array.from({ length: LIMITS.steps - 1 }, (_, at) =>
      source.googlecompute("x", { ...base }).with(`x${String(at)}`, {}),
    );
    const [first, ...more] = many;
    if (first === undefined) throw new Error("there are none");
    const fleet = build([first, ...more]);
    const plain = { ...options, secrets: {} };
    await expect(cloudBuild(fleet, plain)).rejects.toThrow(
      "this would have 301 steps, and Cloud Build runs 300 at most",
    );
    await expect(cloudBuild(fleet, { ...plain, parallel: "packer" })).resolves.toContain("id: build");
    expect(Object.keys(await cloudBuilds(fleet, plain))).toHaveLength(299);
  });

  it("names everything that is wrong at once", async () => {
    const wrong = {
      ...options,
      variables: { disk_size: 5, tokens: "t", token: "secret-text" },
      secrets: { nope: { secret: "s" } },
      timeout: 0,
    };
    const error: unknown = await cloudBuild(images, wrong).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RangeError);
    const { message } = error as RangeError;
    for (const part of [
      "the template has no variable tokens; it has project_id, disk_size, token",
      "the template has no variable nope",
      "the variable disk_size",
      "the variable token is sensitive",
      "the variable project_id has no default",
      "timeout is 0",
    ])
      expect(message).toContain(part);
    expect(message).not.toContain("secret-text");
  });

  it("wants an image that has gcloud for a tunnel", async () => {
    const tunnel = source.googlecompute("x", { ...BASE, use_iap: true });
    const plain = {
      template: "x.pkr.hcl",
      packer: "1.14.2",
      serviceAccount: options.serviceAccount,
    } as const;
    await expect(cloudBuild(tunnel, plain)).rejects.toThrow("use_iap needs gcloud beside Packer");
    await expect(cloudBuild(tunnel, { ...plain, image: "example.com/packer-gcloud" })).resolves.toContain(
      "example.com/packer-gcloud",
    );
  });
});

describe("a trigger", () => {
  const trigger = {
    name: "images",
    project: "loopbin",
    region: "europe-west3",
    repository: "projects/loopbin/locations/europe-west3/connections/c/repositories/r",
    config: "cloudbuild.yaml",
    serviceAccount: "packer@loopbin.iam.gserviceaccount.com",
  };
  const shell = (lines: readonly string[]): readonly (readonly string[])[] =>
    commandsOf(lines.map((line) => ({ program: "sh", args: ["-c", line] })));

  it("waits for a push", () => {
    const [command = []] = shell(
      cloudBuildTrigger({ ...trigger, on: { push: "^main$", files: ["images/**"] } }),
    );
    expect(command.slice(0, 5)).toEqual(["gcloud", "builds", "triggers", "create", "github"]);
    expect(command).toEqual(
      expect.arrayContaining(["--branch-pattern=^main$", "--included-files=images/**"]),
    );
  });

  it("runs on a schedule", () => {
    const commands = shell(cloudBuildTrigger({ ...trigger, on: { schedule: "0 4 * * 1", branch: "main" } }));
    expect(commands.map((words) => words.slice(0, 4))).toEqual([
      ["gcloud", "builds", "triggers", "create"],
      ["gcloud", "scheduler", "jobs", "create"],
    ]);
    expect(commands[1]).toContain("--schedule=0 4 * * 1");
    expect(() => cloudBuildTrigger({ ...trigger, on: { schedule: "daily", branch: "main" } })).toThrow(
      "five fields",
    );
  });
});
