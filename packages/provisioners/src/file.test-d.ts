import { source, text, variable, type Provisioner } from "@packwright/core";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import { file, type FileOptions } from "./file.js";

const a = source.null("a", { communicator: "none" });
declare const isLocal: boolean;
declare const paths: readonly string[];
const path = variable("path", z.string());

describe("a file step", () => {
  test("knows the sources that it names", () => {
    expectTypeOf(file({ source: "a", destination: "b" })).toEqualTypeOf<Provisioner>();
    expectTypeOf(file({ source: "a", destination: "b", only: ["null.a"] })).toEqualTypeOf<
      Provisioner<"null.a">
    >();
    a.provision(file({ source: "a", destination: "b", override: { a: { direction: "download" } } }));
  });

  test("takes text, lists and variables wherever they may stand", () => {
    const typed: FileOptions = { source: "a", destination: "b" };
    file(typed);
    file({ sources: paths, destination: "/tmp/" });
    file({ source: path, sources: [path, "b"], destination: text`${path}/` });
    file({ destination: "/tmp/a", ...(isLocal ? { source: "a" } : { content: "b" }) });
    file({ source: "a", destination: "b", direction: path });
    file({ source: "a", destination: "b", direction: isLocal ? "upload" : "download" });
    a.provision(({ build }) => file({ content: text`${build.ID}`, destination: "/etc/id" }));
  });

  test("is refused where Packer would refuse it", () => {
    // @ts-expect-error no destination
    file({ source: "a" });
    // @ts-expect-error nothing at all
    file({});
    // @ts-expect-error source and content
    file({ source: "a", content: "b", destination: "c" });
    // @ts-expect-error sources and content
    file({ sources: paths, content: "b", destination: "c" });
    // @ts-expect-error a string for a list
    file({ sources: "a", destination: "c" });
    // @ts-expect-error an unknown direction
    file({ source: "a", destination: "b", direction: "sideways" });
    // @ts-expect-error text for a boolean
    file({ source: "a", destination: "b", generated: "yes" });
    // @ts-expect-error a misspelt option
    file({ source: "a", destinaton: "b" });
    // @ts-expect-error only and except
    file({ source: "a", destination: "b", only: ["null.a"], except: ["null.a"] });
    // @ts-expect-error a source that the build does not have
    a.provision(file({ source: "a", destination: "b", only: ["null.z"] }));
    // @ts-expect-error an unknown direction in an override
    file({ source: "a", destination: "b", override: { a: { direction: "sideways" } } });
  });
});
