import { assertType, describe, test } from "vitest";
import { z } from "zod";
import type { Expr } from "../expressions/expr.js";
import { text } from "../expressions/text.js";
import { variable } from "../variables/variable.js";
import { coreData as data } from "./core-data.js";
import type * as Outputs from "./data-options.js";

const artifact = { bucket_name: "b", platform: "gce", region: "r" } as const;
const method = variable("method", z.enum(["GET", "POST"]));
const verb = variable("verb", z.enum(["GET", "FETCH"]));
const fingerprint = variable("fingerprint", z.string());

describe("a data source", () => {
  test("has the attributes that it gives, with their types", () => {
    assertType<Expr<string>>(data.null("a", { input: "x" }).output);
    assertType<Expr<Outputs.HttpOutputs>>(data.http("a", { url: "https://example.com" }));
    assertType<Expr<Readonly<Record<string, string>>>>(
      data.http("a", { url: text`https://${fingerprint}`, method }).request_headers,
    );
    const base = data["hcp-packer-artifact"]("a", { ...artifact, version_fingerprint: fingerprint });
    assertType<Expr<string>>(base.comment("Where it starts.").external_identifier);
  });

  test("has no others", () => {
    // @ts-expect-error there is no such attribute
    assertType<unknown>(data.null("a", { input: "x" }).outputs);
    // @ts-expect-error it is what the artifact is called here
    assertType<unknown>(data["hcp-packer-artifact"]("a", { ...artifact, channel_name: "c" }).id);
  });

  test("has the options that Packer takes", () => {
    // @ts-expect-error input is missing
    data.null("a", {});
    // @ts-expect-error a label is an identifier
    data.null("a b", { input: "x" });
    // @ts-expect-error HTTP has no such method
    data.http("a", { url: "https://example.com", method: "FETCH" });
    // @ts-expect-error one of the variable's values is no method
    data.http("a", { url: "https://example.com", method: verb });
    // @ts-expect-error a misspelt option
    data.http("a", { url: "https://example.com", metod: "GET" });
    // @ts-expect-error which version is not said
    data["hcp-packer-artifact"]("a", artifact);
    // @ts-expect-error which version is said twice
    data["hcp-packer-artifact"]("a", { ...artifact, channel_name: "c", version_fingerprint: "f" });
    // @ts-expect-error the version has a channel
    data["hcp-packer-version"]("a", { bucket_name: "b" });
  });
});
