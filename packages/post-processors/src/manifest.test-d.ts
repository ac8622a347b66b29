import { build, source, text, variable, type PostProcessor, type ShellLocalOptions } from "@packwright/core";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { artifice } from "./artifice.js";
import { checksum, type ChecksumType } from "./checksum.js";
import { compress } from "./compress.js";
import { manifest } from "./manifest.js";
import { provenance } from "./provenance.js";
import { shellLocal } from "./shell-local.js";

const a = source.null("a", { communicator: "none" });
const b = source.null("b", { communicator: "none" });
declare const isFinal: boolean;
declare const files: string[];
declare const constants: readonly string[];
declare const types: readonly ChecksumType[];
declare const options: ShellLocalOptions;
const line = variable("line", z.string());
const lines = variable("lines", z.array(z.string()));
const level = variable("level", z.int());

describe("a post-processor", () => {
  test("knows the sources that it names", () => {
    expectTypeOf(manifest()).toEqualTypeOf<PostProcessor>();
    expectTypeOf(manifest({ only: ["null.a"] })).toEqualTypeOf<PostProcessor<"null.a">>();
    build([a, b]).postProcess(manifest({ except: ["null.a"] }), checksum({ only: b.labels }));
    a.postProcess(isFinal && manifest(), ({ build: { ID } }) => shellLocal({ inline: [text`echo ${ID}`] }));
    // @ts-expect-error a source that the build does not have
    b.postProcess(manifest({ only: ["null.a"] }));
    // @ts-expect-error a post-processor is no provisioner
    b.provision(manifest());
  });

  test("takes text, lists and variables wherever they may stand", () => {
    manifest({ output: line, custom_data: { a: line }, strip_time: isFinal, keep_input_artifact: true });
    checksum({ checksum_types: types, output: text`${line}.sum` });
    checksum({ checksum_types: lines });
    checksum({ checksum_types: isFinal ? ["sha256", "sha512"] : [] });
    compress({ output: line, format: line, compression_level: level });
    compress({ format: "tar.xz", compression_level: "9" });
    artifice({ files });
    shellLocal(options);
    artifice({ files: constants });
    artifice({ files: lines });
    artifice({ files: [line, "b", ...files] });
    artifice({ files: files.map((file) => `out/${file}`) });
    provenance({ signing_mode: line, signer: line });
    provenance({ signing_mode: "key", key: line });
    shellLocal({ ...(isFinal ? { script: "x.sh" } : { inline: ["true"] }) });
  });

  test("is refused where Packer would refuse it", () => {
    // @ts-expect-error pause_before is for provisioners
    manifest({ pause_before: "10s" });
    // @ts-expect-error so is max_retries
    checksum({ max_retries: 2 });
    // @ts-expect-error so is override
    compress({ override: { a: { output: "x" } } });
    // @ts-expect-error a misspelt option
    manifest({ strip_paths: true });
    // @ts-expect-error text for a boolean
    manifest({ strip_path: "yes" });
    // @ts-expect-error numbers in a map of text
    manifest({ custom_data: { a: 1 } });
    // @ts-expect-error an unknown checksum
    checksum({ checksum_types: ["sha3"] });
    // @ts-expect-error a string for a list
    checksum({ checksum_types: "md5" });
    // @ts-expect-error text that is no number
    compress({ compression_level: "max" });
    // @ts-expect-error an unknown format
    compress({ format: "rar" });
    // @ts-expect-error no files at all
    artifice({ files: [] });
    // @ts-expect-error no options at all
    artifice();
    // @ts-expect-error a string for a list
    artifice({ files: "x" });
    // @ts-expect-error only and except
    artifice({ files: ["x"], only: ["null.a"], except: ["null.a"] });
    // @ts-expect-error nothing to run
    shellLocal({ only_on: ["linux"] });
    // @ts-expect-error a string for a list
    shellLocal({ inline: ["true"], execute_command: "sh" });
    // @ts-expect-error no signer given
    provenance({ signing_mode: "key" });
    // @ts-expect-error no issuer given
    provenance({ signing_mode: "keyless", keyless_identity: "x" });
  });
});
