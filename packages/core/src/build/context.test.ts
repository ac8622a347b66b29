import { describe, expect, it } from "vitest";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { problemsOf, shell } from "./steps.test-support.js";

const a = coreSource.null("a", { communicator: "none" });

describe("what a build knows", () => {
  it("is text until it runs, and no number", () => {
    const image = a.provision(({ build }) =>
      shell({ inline: [text`${build.Port}`], valid_exit_codes: [build.Port] }),
    );
    expect(problemsOf(image)).toEqual([
      "error build[0].provisioner[0].shell.valid_exit_codes.0: valid_exit_codes.0 has to be a number, and build.Port is text until the build runs",
    ]);
  });
});
