import { expect, it } from "vitest";
import { recorded } from "../stream/recorded.test-support.js";
import { readInspection } from "./inspection.js";

it("reads what a real packer prints", () => {
  expect(readInspection(recorded("inspect.txt"))).toEqual({
    variables: { word: "hi" },
    locals: {},
    builds: [
      {
        name: "golden",
        sources: ["null.one", "file.two"],
        provisioners: ["shell-local"],
        postProcessors: [["manifest"]],
      },
    ],
  });
});

it("what a real packer prints for an absent part is no part", () => {
  const text = `Packer Inspect: HCL2 mode

> builds:

  > <unnamed build 0>:

    sources:

      null.one

    provisioners:

      <no provisioner>

    post-processors:

      <no post-processor>
`;
  expect(readInspection(text)?.builds).toEqual([
    { sources: ["null.one"], provisioners: [], postProcessors: [] },
  ]);
});

it("any other text is no inspection", () => {
  expect(readInspection("Required variables:\n\n  a\n")).toBeUndefined();
});
