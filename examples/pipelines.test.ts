import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentsOf } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { misshapen } from "../packages/googlecompute/src/cloud-build/shape.test-support.js";
import {
  cloudBuildCalls,
  commandsOf,
  readCloudBuild,
  readWorkflow,
  workflowCalls,
} from "../packages/googlecompute/src/cloud-build/steps.test-support.js";
import { ROOT } from "../tools/src/repository.js";
import fleet from "./fleet/template.js";

const read = (path: string): string => readFileSync(join(ROOT, "examples", path), "utf8");

/** What `-only` calls the images of the fleet. */
const names = contentsOf(fleet).builds.flatMap(({ sources }) => sources.map(({ only }) => only));

/** The commands of a script, a line each; remarks are left out. */
const commandsOfScript = (path: string): readonly (readonly string[])[] => {
  const env = { PROJECT_ID: "the project", MACHINE_ACCOUNT: "the-account" };
  return commandsOf([{ program: "sh", args: ["-eu", "-c", read(path)], env }]);
};

it.each([
  ["tutorial/cloudbuild.yaml", "cloudbuild"],
  ["fleet/cloudbuild.yaml", "cloudbuild"],
  ["tutorial/workflow.yml", "github"],
  ["fleet/workflow.yml", "github"],
] as const)("%s has the shape of the published schema of %s", (path, schema) => {
  expect(misshapen(read(path), schema)).toEqual([]);
});

describe("the tutorial's pipelines", () => {
  const template = "loop-node-18-ubuntu-minimal-2204.pkr.hcl";

  it("run these commands in Cloud Build", () => {
    const value = "-var=project_id=loopbin-images";
    expect(commandsOf(cloudBuildCalls(readCloudBuild(read("tutorial/cloudbuild.yaml"))))).toEqual([
      ["packer", "init", template],
      ["packer", "validate", value, template],
      ["packer", "build", "-color=false", "-timestamp-ui", value, template],
    ]);
  });

  it("run these commands in GitHub Actions", () => {
    const value = ["-var", "project_id=loopbin-images"];
    expect(commandsOf(workflowCalls(readWorkflow(read("tutorial/workflow.yml"))))).toEqual([
      ["packer", "init", template],
      ["packer", "validate", ...value, template],
      ["packer", "build", "-color=false", ...value, template],
    ]);
  });

  it("are triggered by these commands", () => {
    const account = "packer@loopbin-images.iam.gserviceaccount.com";
    const regional = "projects/loopbin-images/locations/europe-west3";
    expect(commandsOfScript("tutorial/trigger.sh")).toEqual([
      [
        "gcloud",
        "builds",
        "triggers",
        "create",
        "github",
        "--name=nodejs-base",
        "--project=loopbin-images",
        "--region=europe-west3",
        `--service-account=projects/loopbin-images/serviceAccounts/${account}`,
        `--repository=${regional}/connections/github/repositories/images`,
        "--branch-pattern=^main$",
        "--build-config=cloudbuild.yaml",
      ],
    ]);
  });

  it("may build after these commands", () => {
    const packer = "--member=serviceAccount:packer@loopbin-images.iam.gserviceaccount.com";
    const bind = "add-iam-policy-binding";
    expect(commandsOfScript("tutorial/roles.sh")).toEqual([
      ["gcloud", "projects", bind, "the project", packer, "--role=roles/compute.instanceAdmin.v1"],
      [
        "gcloud",
        "iam",
        "service-accounts",
        bind,
        "the-account",
        packer,
        "--role=roles/iam.serviceAccountUser",
      ],
    ]);
    expect(commandsOfScript("shared-vpc/roles.sh").map((words) => [words.at(-3), words.at(-1)])).toEqual([
      ["the project", "--role=roles/compute.instanceAdmin.v1"],
      ["packer-machine@loopbin-images.iam.gserviceaccount.com", "--role=roles/iam.serviceAccountUser"],
      ["loopbin-network", "--role=roles/compute.networkUser"],
    ]);
  });
});

describe("the fleet's pipelines", () => {
  const template = "fleet.pkr.hcl";

  it("are of twenty images", () => {
    expect(new Set(names).size).toBe(20);
  });

  it("run these commands in Cloud Build, each image in a step of its own", () => {
    const config = readCloudBuild(read("fleet/cloudbuild.yaml"));
    const values = ["-var=project_id=loopbin-images", "-var=disk_size=30"];
    const folder = "/workspace/.packer/plugins";
    const cache = "gs://loopbin-packer-plugins/packer-1-14-2_googlecompute-1-2-8.tar.gz";
    expect(commandsOf(cloudBuildCalls(config))).toEqual([
      ["mkdir", "-p", folder],
      ["gcloud", "storage", "cp", cache, `${folder}.tar.gz`],
      ["tar", "-xzf", `${folder}.tar.gz`, "-C", folder],
      ["packer", "init", template],
      ["tar", "-czf", `${folder}.tar.gz`, "-C", folder, "."],
      ["gcloud", "storage", "cp", `${folder}.tar.gz`, cache],
      ["packer", "validate", ...values, template],
      ...names.map((only) => [
        "packer",
        "build",
        "-color=false",
        "-timestamp-ui",
        `-only=${only}`,
        ...values,
        template,
      ]),
    ]);
    const builds = config.steps.filter(({ id }) => id.startsWith("build-"));
    for (const { waitFor, secretEnv } of builds)
      expect({ waitFor, secretEnv }).toEqual({ waitFor: ["validate"], secretEnv: ["PKR_VAR_license_key"] });
  });

  it("run these commands in GitHub Actions, each image in a job of its own", () => {
    const workflow = readWorkflow(read("fleet/workflow.yml"));
    const values = ["-var", "project_id=loopbin-images", "-var", "disk_size=30"];
    expect(workflow.jobs.build.strategy?.matrix.image.map(({ only }) => only)).toEqual(names);
    for (const only of names) {
      expect(commandsOf(workflowCalls(workflow, only))).toEqual([
        ["packer", "init", template],
        ["packer", "validate", ...values, template],
        ["packer", "build", "-color=false", `-only=${only}`, ...values, template],
      ]);
    }
  });

  it("are triggered by these commands", () => {
    const commands = commandsOfScript("fleet/trigger.sh");
    expect(commands.map((words) => words.slice(0, 5))).toEqual([
      ["gcloud", "builds", "triggers", "create", "manual"],
      ["gcloud", "scheduler", "jobs", "create", "http"],
    ]);
    expect(commands[1]).toEqual(
      expect.arrayContaining([
        "--schedule=0 4 * * 1",
        "--time-zone=Europe/Berlin",
        '--message-body={"source":{"branchName":"main"}}',
      ]),
    );
  });
});
