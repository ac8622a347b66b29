import { source, text, variable } from "@packwright/core";
import { shell } from "@packwright/provisioners";
import { expect as jestExpect } from "expect";
import { expect, it } from "vitest";
import { z } from "zod";
import { failure } from "./failure.test-support.js";
import { matchers } from "./matchers.js";
import type { TemplateMatchers } from "./template-matchers.js";

declare module "expect" {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- the way to add to an interface of a library
  interface Matchers<R extends void | Promise<void>, T = unknown> extends TemplateMatchers<T> {}
}

jestExpect.extend(matchers);

const image = source
  .null("here", { communicator: "none" })
  .provision(shell({ inline: [text`echo ${variable("name", z.string().default("you"))}`] }));

it("jest's expect has the matchers when it is extended with them", () => {
  jestExpect(image).toBeValidTemplate();
  jestExpect(image).toHaveSource("null.here", { communicator: jestExpect.stringMatching(/none/) });
  jestExpect(image).toHaveProvisioner("shell", { inline: ["echo you"] }, { times: 1, at: 0 });
  jestExpect(image).not.toHavePostProcessor("manifest");
  jestExpect(image).toHaveVariable("name", { type: "string" });
  jestExpect(image).toMatchHcl(image.toHcl());
});

it("jest's expect shows what they say", () => {
  expect(
    failure(() => {
      jestExpect(image).toHaveSource("null.here", { communicator: jestExpect.stringContaining("ssh") });
    }),
  ).toBe(`expected the template to have the source null.here with { communicator: StringContaining "ssh" }

The nearest one differs:
  communicator is "none", and not StringContaining "ssh"

Its sources:
source "null" "here" {
  communicator = "none"
}`);
  expect(
    failure(() => {
      jestExpect(image).toMatchHcl('source "null" "here" {}\n');
    }),
  ).toContain("communicator");
});
