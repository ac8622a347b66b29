import { build, source, type TemplateOutput } from "@packwright/core";
import { checksum, compress, manifest } from "@packwright/post-processors";
import { shellLocal } from "@packwright/provisioners";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBuild, type PackerRun } from "../packer.js";
import { programsFor, startSshd, type Sshd } from "../sshd.js";
import { FORMS, writeForm, type Form } from "./forms.js";
import { failingBuild, FILES, LOG, machineBuild, STEPS } from "./machine.js";

const needed = programsFor("sshd", "ssh-keygen", "ansible-playbook");

/** What a build made, in a folder of its own, which is gone when `look` has looked at it. */
interface Made extends PackerRun {
  readonly folder: string;
  readonly read: (name: string) => string;
}

/** Builds a template in one form and looks at what there is then. */
async function built(
  form: Form,
  template: (folder: string) => TemplateOutput,
  look: (made: Made) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "packwright-build-"));
  try {
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
    writeForm(folder, form, template(folder));
    const run = await runBuild(folder, form.file);
    look({ ...run, folder, read: (name) => readFileSync(join(folder, name), "utf8") });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly builds: readonly {
    readonly name: string;
    readonly builder_type: string;
    readonly files: readonly { readonly name: string; readonly size: number }[] | null;
    readonly custom_data: Readonly<Record<string, string>> | null;
  }[];
}

describe.skipIf(needed.areMissing)(`a machine built over SSH${needed.why}`, () => {
  let sshd: Sshd;
  beforeAll(async () => {
    sshd = await startSshd();
  });
  afterAll(async () => {
    await sshd.stop();
  });

  it.concurrent.each(FORMS)(
    "holds what the steps made, in their order: $file",
    (form) =>
      built(
        form,
        (folder) => machineBuild(sshd, folder),
        ({ ok, output, read }) => {
          expect(ok, output).toBe(true);
          expect(read(LOG).trimEnd().split("\n")).toEqual(STEPS);
          expect(read("literal.txt")).toBe('literal ${HOME} %{if} "quoted" \\n\n');
          expect(read("down-here.txt")).toBe("WORDS\n");
          expect(read("ansible.txt")).toBe("made by ansible\n");
          const { builds } = JSON.parse(read("manifest.json")) as Manifest;
          expect(
            builds.map(({ name, builder_type, custom_data }) => ({ name, builder_type, custom_data })),
          ).toEqual(
            ["one", "two"].map((name) => ({ name, builder_type: "null", custom_data: { by: "packwright" } })),
          );
        },
      ),
    // Each command of each step is a session of its own, which a busy machine takes its time for.
    300_000,
  );

  it.concurrent.each(FORMS)("ends at the step that fails: $file", (form) => {
    // HCL has had a step for cleaning up since Packer 1.7, as the test below shows, and legacy JSON before.
    const cleans = form.file === "image.json";
    return built(
      form,
      (folder) => failingBuild(sshd, folder, cleans),
      ({ ok, output, read }) => {
        expect(ok).toBe(false);
        expect(output).toContain("exit status: 5");
        expect(read(LOG)).toBe(`first\nfails\n${cleans ? "cleaned\n" : ""}`);
      },
    );
  });
});

describe("a step that cleans up", () => {
  const here = source.null("here", { communicator: "none" });
  const failing = (folder: string): TemplateOutput =>
    here
      .provision(shellLocal({ inline: ["exit 5"] }))
      .errorCleanup(shellLocal({ inline: [`echo cleaned >> '${folder}/${LOG}'`] }));

  it.concurrent.each(FORMS)("runs when a step fails, where this Packer knows it: $file", (form) =>
    built(form, failing, ({ ok, output, folder, read }) => {
      expect(ok).toBe(false);
      // Packer 1.6 has it in legacy JSON alone, and says so of the others.
      const isUnknown =
        /(?:Blocks of type|No argument or block type is named) "error-cleanup-provisioner"/.test(output);
      if (form.file === "image.json") expect(isUnknown, output).toBe(false);
      if (isUnknown) expect(existsSync(join(folder, LOG))).toBe(false);
      else expect(read(LOG)).toBe("cleaned\n");
    }),
  );
});

describe("a file that the file builder makes", () => {
  const content = "line ${of} text\n".repeat(20);
  const paper = source.file("paper", { target: "paper.txt", content });
  const packed = build([paper])
    .postProcess(
      compress({ output: "paper.gz", format: "gz", compression_level: 9, keep_input_artifact: true }),
      checksum({ checksum_types: ["sha256", "md5"], output: "{{.ChecksumType}}.txt" }),
      manifest({ output: "manifest.json", strip_path: true }),
    )
    .postProcess(manifest({ output: "builder.json" }));

  it.concurrent.each(FORMS)("is packed, counted and listed by a pipeline: $file", (form) =>
    built(
      form,
      () => packed,
      ({ ok, output, folder, read }) => {
        expect(ok, output).toBe(true);
        const archive = readFileSync(join(folder, "paper.gz"));
        expect(gunzipSync(archive).toString()).toBe(content);
        for (const type of ["sha256", "md5"]) {
          expect(read(`${type}.txt`)).toBe(`${createHash(type).update(archive).digest("hex")}\tpaper.gz\n`);
        }
        expect(read("paper.txt")).toBe(content);
        const { builds } = JSON.parse(read("manifest.json")) as Manifest;
        expect(builds[0]?.files?.map(({ name }) => name)).toEqual(["paper.gz", "sha256.txt", "md5.txt"]);
        const before = JSON.parse(read("builder.json")) as Manifest;
        expect(before.builds[0]?.files).toEqual([{ name: "paper.txt", size: content.length }]);
      },
    ),
  );

  it.concurrent.each(FORMS)("is deleted where the archive does not keep it: $file", (form) =>
    built(
      form,
      () => build([paper]).postProcess(compress({ output: "paper.tar.gz" })),
      ({ ok, output, folder }) => {
        expect(ok, output).toBe(true);
        expect(gunzipSync(readFileSync(join(folder, "paper.tar.gz"))).toString()).toContain(content);
        expect(existsSync(join(folder, "paper.txt"))).toBe(false);
      },
    ),
  );
});
