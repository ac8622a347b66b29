import {
  build,
  definePostProcessor,
  plugins,
  source as core,
  type Diagnostic,
  type PostProcessorStep,
} from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { googlecompute, googlecomputeExport, googlecomputeImport, source } from "../plugin.js";
import { BASE } from "../rules/check.test-support.js";
import * as message from "../rules/messages.js";
import { exportPostProcessor } from "./export.js";
import { importPostProcessor } from "./import.js";

const image = source.googlecompute("web", BASE);
type Step = PostProcessorStep<"googlecompute.web">;
type Loose = (options: object) => Step;

// What a program without types could hand over.
const looseExport: Loose = exportPostProcessor(googlecompute.reference) as Loose;
const looseImport: Loose = importPostProcessor(googlecompute.reference) as Loose;

/** A step of Packer's own that says which files the artifact is made of. */
const artifice = definePostProcessor({
  type: "artifice",
  options: () => z.strictObject({ files: z.array(z.string()) }),
  artifact: { gives: "files" },
})({ files: ["image.tar.gz"] });

function findings(...steps: readonly Step[]): readonly string[] {
  return lines(image.postProcess(...steps).check());
}

function lines(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity !== "note")
    .map(
      ({ severity, path, summary }) =>
        `${severity} ${path.replace(/^build\[0\]\.post-processor\[0\](?:\[\d\])?\.googlecompute-/, "")}: ${summary}`,
    );
}

describe("an export", () => {
  const ok = { paths: ["gs://images/web.tar.gz"], keep_input_artifact: true } as const;

  it("is written as Packer reads it", () => {
    expect(image.postProcess(googlecomputeExport(ok)).toHcl()).toContain(`
  post-processor "googlecompute-export" {
    paths               = ["gs://images/web.tar.gz"]
    keep_input_artifact = true
  }
`);
  });

  it("comes with the plugin's version", () => {
    const { postProcessor, source: own } = plugins(googlecompute({ version: "~> 1.1" }));
    const built = own.googlecompute("web", BASE).postProcess(postProcessor["googlecompute-export"](ok));
    expect(built.toHcl()).toContain('version = "~> 1.1"');
  });

  it("deletes the image unless somebody says what is meant", () => {
    expect(findings(googlecomputeExport({ paths: ok.paths }))).toEqual([
      `warning export: ${message.DELETED}`,
    ]);
    expect(findings(googlecomputeExport({ ...ok, keep_input_artifact: false }))).toEqual([]);
  });

  it("has at least one path, and paths are objects in Cloud Storage", () => {
    expect(findings(looseExport({ keep_input_artifact: true }))).toEqual(["error export: paths is missing"]);
    expect(findings(looseExport({ ...ok, paths: [] }))).toEqual(["error export.paths: paths is empty"]);
    expect(findings(looseExport({ ...ok, paths: ["gs://b/o", "/tmp/x"] }))).toEqual([
      `warning export.paths.1: ${message.PATH}, and not "/tmp/x"`,
    ]);
  });

  it("says that nobody hears of a failure", () => {
    expect(image.postProcess(googlecomputeExport(ok)).check()).toMatchObject([
      { severity: "note", summary: "the plugin reports an export that failed as a success" },
    ]);
  });

  it("authenticates in one way, by itself", () => {
    const two = { ...ok, access_token: "t", vault_gcp_oauth_engine: "v" };
    expect(findings(looseExport(two))).toContain(
      `error export.vault_gcp_oauth_engine: ${message.ONE_AUTHENTICATION}`,
    );
  });

  it("has a subnetwork by its URL", () => {
    expect(findings(googlecomputeExport({ ...ok, subnetwork: "s" }))).toEqual([
      `warning export.subnetwork: ${message.SUBNETWORK}`,
    ]);
    expect(
      findings(googlecomputeExport({ ...ok, subnetwork: "projects/p/regions/r/subnetworks/s" })),
    ).toEqual([]);
  });

  it("works on the image of a googlecompute source", () => {
    const here = core.null("here", { communicator: "none" });
    const step = looseExport(ok);
    expect(
      lines(
        build([here])
          .postProcess(step as PostProcessorStep<"null.here">)
          .check(),
      ),
    ).toEqual([
      "warning export: googlecompute-export works on what googlecompute or artifice gives, and null gives nothing",
    ]);
    const only = googlecomputeExport({ ...ok, only: ["googlecompute.web"] });
    expect(lines(build([image, here]).postProcess(only).check())).toEqual([]);
  });

  it("knows the files that it names", () => {
    const step = googlecomputeExport({ ...ok, credentials_file: "/nowhere.json" });
    expect(image.postProcess(step).check({ files: true })).toContainEqual(
      expect.objectContaining({ code: "missing-file", severity: "error" }),
    );
  });
});

describe("an import", () => {
  const ok = { project_id: "loopbin", bucket: "images", image_name: "web" } as const;
  const chain =
    "warning import: googlecompute-import works on what compress or artifice gives, and googlecompute gives an image, which is no file";

  it("is written as Packer reads it", () => {
    expect(image.postProcess(artifice, googlecomputeImport(ok)).toHcl()).toContain(`
    post-processor "googlecompute-import" {
      project_id = "loopbin"
      bucket     = "images"
      image_name = "web"
    }
`);
  });

  it("stands behind an archive", () => {
    expect(findings(googlecomputeImport(ok))).toEqual([chain]);
  });

  it("has a project, a bucket and a name", () => {
    expect(findings(looseImport({}))).toEqual([
      "error import: project_id is missing",
      "error import: bucket is missing",
      "error import: image_name is missing",
      chain,
    ]);
  });

  it.each(["ARM64", "arm64", "x86_64"])("takes the architecture %s", (image_architecture) => {
    expect(findings(looseImport({ ...ok, image_architecture }))).toEqual([chain]);
  });

  it("does not take the default architecture in words", () => {
    expect(findings(looseImport({ ...ok, image_architecture: "ARCHITECTURE_UNSPECIFIED" }))).toEqual([
      'error import.image_architecture: image_architecture has to be one of "x86_64", "arm64"',
      chain,
    ]);
  });

  it("warns of what only Google looks at", () => {
    const odd = {
      ...ok,
      bucket: "gs://Images/x",
      image_name: "Not_Valid",
      image_labels: { A: "b" },
      image_storage_locations: ["us", "eu"],
      custom_endpoints: { compute: "http://localhost/" },
      iap: true,
    };
    expect(findings(looseImport(odd)).map((line) => line.slice(0, line.indexOf(":")))).toEqual([
      "warning import.iap",
      "warning import.bucket",
      "warning import.image_name",
      "warning import.image_labels.A",
      "warning import.image_storage_locations.1",
      "warning import.custom_endpoints",
      "warning import",
    ]);
  });

  it("has the name of its object filled in when it runs", () => {
    expect(findings(looseImport({ ...ok, gcs_object_name: "x-{{timestamp}}.tar.gz" }))).toEqual([chain]);
    expect(findings(looseImport({ ...ok, gcs_object_name: "x-{{nope}}" }))[0]).toMatch(
      /^error import.gcs_object_name/,
    );
  });
});
