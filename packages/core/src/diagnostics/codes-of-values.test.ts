import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../build/build.js";
import { shell } from "../build/steps.test-support.js";
import { coreData as data } from "../components/core-data.js";
import { coreSource as source } from "../components/core-source.js";
import { fn } from "../expressions/functions/fn.js";
import { hcl } from "../expressions/raw/hcl-tag.js";
import { text } from "../expressions/text.js";
import { defineProvisioner } from "../plugin/define.js";
import { missingFiles } from "../plugin/files.js";
import { env } from "../variables/env.js";
import { variable } from "../variables/variable.js";
import { titleOf, told } from "./code-case.test-support.js";

const a = source.null("a", { communicator: "none" });
const names = variable("names", z.array(z.string()));

/** A source with text in it. */
const file = (content: unknown): ReturnType<typeof source.file> =>
  source.file("f", { content: content as string, target: "f.txt" });

describe("what is told of a program's values", () => {
  it(titleOf("bad-call"), () => {
    expect(told(file(fn.upper(names as never)), "bad-call")).toMatchInlineSnapshot(`
      "error: content cannot be written: argument 1 of upper(str) has to be a string, and is a list of strings [bad-call]
        at source.file.f.content
        in codes-of-values.test.ts:25:25"
    `);
    expect(told(file(hcl<string>`upper("a", "b")`), "bad-call")).toMatchInlineSnapshot(`
      "error: content cannot be written: upper takes 1 argument, and 2 are given [bad-call]
        at source.file.f.content
        in codes-of-values.test.ts:30:33
        Write upper(str)."
    `);
  });

  it(titleOf("bad-expression"), () => {
    expect(told(file(hcl<string>`1 +`), "bad-expression")).toMatchInlineSnapshot(`
      "error: content cannot be written: syntax error: An expression is expected here, found the end of the file [bad-expression]
        at source.file.f.content
        in codes-of-values.test.ts:39:33
        1 | 1 +
          |    ^
        Write a value, a reference or a call."
    `);
    expect(told(file(env("HOME")), "bad-expression")).toMatchInlineSnapshot(`
      "error: content cannot be written: env() exists in the default of a variable only [bad-expression]
        at source.file.f.content
        in codes-of-values.test.ts:21:31
        Give a variable the default env(…), and use the variable here."
    `);
  });

  it(titleOf("conflicting-options"), () => {
    const step = shell({ inline: ["true"], only: ["null.a"], except: ["null.a"] } as never);
    expect(told(a.provision(step), "conflicting-options")).toMatchInlineSnapshot(`
      "error: only and except exclude each other: keep one of them [conflicting-options]
        at build[0].provisioner[0].shell.except
        in codes-of-values.test.ts:56:70"
    `);
  });

  it(titleOf("deprecated-option"), () => {
    expect(told(build([a]).hcpRegistry({ ["labels" as string]: { a: "b" } }), "deprecated-option"))
      .toMatchInlineSnapshot(`
        "warning: labels is deprecated [deprecated-option]
          at build[0].hcp_packer_registry.labels
          in codes-of-values.test.ts:65:28
          Use bucket_labels."
      `);
  });

  it(titleOf("invalid-default"), () => {
    const sized = variable("size", z.int().min(10).default(5));
    expect(told(file(text`${sized}`), "invalid-default")).toMatchInlineSnapshot(`
      "error: the default does not fit the schema: Too small: expected number to be >=10 [invalid-default]
        at variable.size
        in codes-of-values.test.ts:75:19"
    `);
  });

  it(titleOf("invalid-value"), () => {
    expect(told(a.provision(shell({ max_retries: 1.5, pause_before: "5" })), "invalid-value"))
      .toMatchInlineSnapshot(`
        "error: max_retries has to be a whole number [invalid-value]
          at build[0].provisioner[0].shell.max_retries
          in codes-of-values.test.ts:84:50
        error: pause_before has to be a duration with a unit, such as "90s" or "1h30m" [invalid-value]
          at build[0].provisioner[0].shell.pause_before
          in codes-of-values.test.ts:84:69"
      `);
  });

  it(titleOf("missing-file"), () => {
    const upload = defineProvisioner({
      type: "upload",
      options: () => z.strictObject({ source: z.string() }),
      fileRules: [missingFiles(["source"])],
    });
    expect(told(a.provision(upload({ source: "nowhere.txt" })), "missing-file")).toMatchInlineSnapshot(`
      "error: source names "nowhere.txt", which is not there or cannot be read [missing-file]
        at build[0].provisioner[0].upload.source
        in codes-of-values.test.ts:101:46
        Packer takes a path relative to the folder that it is started in."
    `);
  });

  it(titleOf("missing-option"), () => {
    expect(told(file(data.null("d", {} as never).output), "missing-option")).toMatchInlineSnapshot(`
      "error: input is missing [missing-option]
        at data.null.d
        in codes-of-values.test.ts:110:27
        null does not run without input; set it."
    `);
  });

  it(titleOf("related-options"), () => {
    expect(told(a.provision(shell({ timeout: "1s", pause_before: "1s" } as never)), "related-options"))
      .toMatchInlineSnapshot(`
        "warning: Packer ignores timeout beside pause_before: keep one of them [related-options]
          at build[0].provisioner[0].shell.timeout
          in codes-of-values.test.ts:119:46"
      `);
  });

  it(titleOf("type-mismatch"), () => {
    expect(told(file(names), "type-mismatch")).toMatchInlineSnapshot(`
      "error: content has to be a string, and this expression is a list of strings [type-mismatch]
        at source.file.f.content
        in codes-of-values.test.ts:21:31"
    `);
  });

  it(titleOf("unchecked-constraint"), () => {
    const even = variable(
      "n",
      z.number().refine((n) => n % 2 === 0),
    );
    expect(told(file(text`${even}`), "unchecked-constraint")).toMatchInlineSnapshot(`
      "note: custom is checked in TypeScript only, not by Packer [unchecked-constraint]
        at variable.n
        in codes-of-values.test.ts:136:18"
    `);
  });

  it(titleOf("unknown-function"), () => {
    expect(told(file(hcl<string>`tostring(1)`), "unknown-function")).toMatchInlineSnapshot(`
      "error: content cannot be written: Packer has no function tostring [unknown-function]
        at source.file.f.content
        in codes-of-values.test.ts:148:33
        Write convert(value, string), which is fn.convert(value, type) in TypeScript."
    `);
  });

  it(titleOf("unknown-option"), () => {
    expect(told(source.null("b", { communicator: "none", ssh_hst: "h" } as never), "unknown-option"))
      .toMatchInlineSnapshot(`
        "error: there is no option ssh_hst [unknown-option]
          at source.null.b.ssh_hst
          in codes-of-values.test.ts:157:67
          Did you mean ssh_host?"
      `);
  });

  it(titleOf("unknown-type"), () => {
    expect(told(file(variable("d", z.date() as never)), "unknown-type")).toMatchInlineSnapshot(`
      "error: the schema is z.date(), which no type of HCL is [unknown-type]
        at variable.d
        in codes-of-values.test.ts:167:22
        Use string, number, boolean, enum, literal, array, set, tuple, record, object, any."
    `);
  });

  it(titleOf("unwritable-value"), () => {
    expect(
      told(
        file(() => "x"),
        "unwritable-value",
      ),
    ).toMatchInlineSnapshot(`
      "error: content cannot be written: a function is no value of HCL; leave it out [unwritable-value]
        at source.file.f.content
        in codes-of-values.test.ts:21:31"
    `);
  });

  it(titleOf("literal-secret"), () => {
    const open = { ssh_host: "h", ssh_username: "u", ssh_password: "p" } as const;
    expect(told(source.null("a", open), "literal-secret")).toMatchInlineSnapshot(`
      "note: ssh_password is a secret that stands in the template as it is [literal-secret]
        at source.null.a.ssh_password
        in codes-of-values.test.ts:190:24
        Whoever reads the template reads the secret. Pass it as a variable that is declared with { sensitive: true }, or take it from a data source."
    `);
  });
});
