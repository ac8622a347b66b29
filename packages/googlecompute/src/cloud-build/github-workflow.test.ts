import { build, template, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { source } from "../plugin.js";
import { BASE } from "../rules/check.test-support.js";
import { githubWorkflow, type GithubWorkflowOptions } from "./github-workflow.js";
import { LIMITS, misshapen } from "./shape.test-support.js";
import { commandsOf, readWorkflow, workflowCalls } from "./steps.test-support.js";

const project = variable("project_id", z.string());
const token = variable("token", z.string(), { sensitive: true });
const web = source.googlecompute("web", { ...BASE, project_id: project, access_token: token });
const images = template([build([web, web.with("db", {})], { name: "golden" })]);
const options: GithubWorkflowOptions = {
  template: "images/all.pkr.hcl",
  packer: "1.14.2",
  serviceAccount: "packer@loopbin.iam.gserviceaccount.com",
  workloadIdentityProvider: "projects/1/locations/global/workloadIdentityPools/github/providers/loopbin",
  variables: { project_id: `it's $(id) "here"` },
  secrets: { token: { secret: "gcp-token" } },
  project: "loopbin",
  on: { push: { branches: ["main"], paths: ["images/**"] }, schedule: "0 4 * * 1" },
  maxParallel: 2,
};

describe("a workflow of GitHub Actions", () => {
  it("runs exactly these commands for each source", async () => {
    const workflow = readWorkflow(await githubWorkflow(images, options));
    expect(workflow.jobs.build.strategy?.matrix.image.map(({ only }) => only)).toEqual([
      "golden.googlecompute.web",
      "golden.googlecompute.db",
    ]);
    const calls = workflowCalls(workflow, "golden.googlecompute.web");
    const value = `project_id=it's $(id) "here"`;
    expect(commandsOf(calls)).toEqual([
      ["packer", "init", "images/all.pkr.hcl"],
      ["packer", "validate", "-var", value, "images/all.pkr.hcl"],
      [
        "packer",
        "build",
        "-color=false",
        "-only=golden.googlecompute.web",
        "-var",
        value,
        "images/all.pkr.hcl",
      ],
    ]);
  });

  it("reaches Google without a key, and with no more rights than that takes", async () => {
    const workflow = readWorkflow(await githubWorkflow(images, options));
    expect(workflow.permissions).toEqual({ contents: "read", "id-token": "write" });
    const { steps } = workflow.jobs.build;
    expect(steps.map(({ uses = "run" }) => uses)).toEqual([
      "actions/checkout@v4",
      "google-github-actions/auth@v2",
      "hashicorp/setup-packer@v3",
      "actions/cache@v4",
      "google-github-actions/get-secretmanager-secrets@v2",
      "run",
      "run",
      "run",
    ]);
    expect(steps[4]?.with).toEqual({ secrets: "token:loopbin/gcp-token/latest\n" });
    expect(steps[7]?.env).toEqual({ PKR_VAR_token: "${{ steps.secrets.outputs.token }}" });
  });

  it("runs on pushes, on a schedule and by hand", async () => {
    const { on } = readWorkflow(await githubWorkflow(images, options));
    expect(on).toEqual({
      push: { branches: ["main"], paths: ["images/**"] },
      schedule: [{ cron: "0 4 * * 1" }],
      workflow_dispatch: {},
    });
    await expect(githubWorkflow(images, { ...options, on: { schedule: "daily" } })).rejects.toThrow(
      "five fields",
    );
  });

  it("passes on text that looks like an expression of GitHub's", async () => {
    const variables = { project_id: "${{ secrets.X }}" };
    const { jobs } = readWorkflow(await githubWorkflow(images, { ...options, variables }));
    expect(jobs.build.env["VAR_0"]).toBe("${{ '${{' }} secrets.X }}");
  });

  it("has the shape of the published schema", async () => {
    expect(misshapen(await githubWorkflow(images, options), "github")).toEqual([]);
    const bare = { ...options, secrets: {}, variables: {}, on: {} };
    expect(misshapen(await githubWorkflow(source.googlecompute("one", BASE), bare), "github")).toEqual([]);
    // The schema is one that refuses something.
    expect(
      misshapen("on: { push: { branch: [main] } }\njobs: { a: { steps: [{ runs: x }] } }", "github"),
    ).toHaveLength(3);
  });

  it("has no more jobs than GitHub makes of a matrix", async () => {
    const [first, ...more] = Array.from({ length: LIMITS.jobs + 1 }, (_, at) =>
      web.with(`x${String(at)}`, {}),
    );
    if (first === undefined) throw new Error("there are none");
    await expect(githubWorkflow(build([first, ...more]), options)).rejects.toThrow(
      "this would have 257 jobs, and GitHub makes 256 of a matrix at most",
    );
  });

  it("builds the only source without a matrix", async () => {
    const bare = { ...options, secrets: {}, variables: {} };
    const { jobs } = readWorkflow(await githubWorkflow(source.googlecompute("one", BASE), bare));
    expect(jobs.build.strategy).toBeUndefined();
    expect(jobs.build.steps.at(-1)?.run).toBe('packer build -color=false "$TEMPLATE"');
  });
});
