import { build, source, text, variable } from "@packwright/core";
import { checksum, manifest } from "@packwright/post-processors";
import { shell } from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { plan } from "./plan.js";

const name = variable("name", z.string());
const note = source.file("note", { content: "x", target: "note.txt" });
const here = source.null("here", { communicator: "none" });

describe("plan", () => {
  it("lists what a build does for each source, in Packer's order", () => {
    const image = build([note, here], { name: "golden" })
      .provision(
        shell({ inline: [text`echo ${name}`], max_retries: 3, pause_before: "5s" }),
        shell({ script: "a.sh", except: ["null.here"], continue_on_error: true }),
      )
      .errorCleanup(shell({ inline: ["journalctl"] }))
      .postProcess(checksum({ checksum_types: ["sha256"] }), manifest({ output: "m.json" }))
      .postProcess(manifest({ output: "n.json", only: ["file.note"] }));
    const steps = plan(image);
    expect(steps.map(({ source: each, kind, type }) => `${each} ${kind} ${type}`)).toEqual([
      "file.note source file",
      "file.note provisioner shell",
      "file.note provisioner shell",
      "file.note error-cleanup-provisioner shell",
      "file.note post-processor checksum",
      "file.note post-processor manifest",
      "file.note post-processor manifest",
      "null.here source null",
      "null.here provisioner shell",
      "null.here error-cleanup-provisioner shell",
      "null.here post-processor checksum",
      "null.here post-processor manifest",
    ]);
    expect(steps[1]).toEqual({
      build: "golden",
      source: "file.note",
      kind: "provisioner",
      type: "shell",
      options: { inline: ["<unknown>"] },
      retries: 3,
      pause: "5s",
      continuesOnError: false,
    });
    expect(steps[2]).toMatchObject({ continuesOnError: true, retries: 0 });
    expect(steps[5]).toMatchObject({ pipeline: { number: 0, place: 1 } });
    expect(steps[6]).toMatchObject({ pipeline: { number: 1, place: 0 } });
  });

  it("throws what is wrong with values", () => {
    expect(() => plan(note, { variables: { nope: 1 } })).toThrow('Undefined variable "nope"');
  });
});
