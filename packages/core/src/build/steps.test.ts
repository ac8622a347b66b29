import { describe, expect, it } from "vitest";
import { z } from "zod";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { variable } from "../variables/variable.js";
import { build } from "./build.js";
import { steps } from "./steps.js";
import { manifest, shell } from "./steps.test-support.js";

const a = coreSource.null("a", { communicator: "none" });
const image = build([a, coreSource.null("b", { communicator: "none" })]);

describe("a group of steps", () => {
  it("has options in common, behind those of each step", () => {
    const made = image.provision(
      ...steps({ only: ["null.a"], max_retries: 2 }, shell({ inline: ["one"] }), shell({ script: "two.sh" })),
      shell({ inline: ["three"] }),
    );
    expect(made.toHcl()).toContain(`  provisioner "shell" {
    inline      = ["one"]
    only        = ["null.a"]
    max_retries = 2
  }

  provisioner "shell" {
    script      = "two.sh"
    only        = ["null.a"]
    max_retries = 2
  }

  provisioner "shell" {
    inline = ["three"]
  }
`);
  });

  it("leaves to a step what it says itself", () => {
    const own = shell({ inline: ["one"], max_retries: 5, except: ["null.b"] });
    expect(
      image.provision(...steps({ only: ["null.a"], max_retries: 2, timeout: "5m" }, own)).toHcl(),
    ).toContain(
      `    inline      = ["one"]
    max_retries = 5
    except      = ["null.b"]
    timeout     = "5m"
`,
    );
  });

  it("has functions of the build's context, comments, and conditions that drop a step", () => {
    const made = image.provision(
      ...steps(
        { pause_before: "5s" },
        ({ build: { Host } }) => shell({ inline: [text`echo ${Host}`] }),
        shell({ inline: ["true"] }).comment("Why."),
        false,
      ),
    );
    expect(made.toHcl()).toContain(`    inline       = ["echo \${build.Host}"]
    pause_before = "5s"
`);
    expect(made.toHcl()).toContain("# Why.");
    expect(made.block.provisioners).toHaveLength(2);
  });

  it("changes none of the steps that it is made of", () => {
    const step = shell({ inline: ["true"] });
    steps({ max_retries: 1 }, step);
    expect(step.use.options).toEqual({ inline: ["true"] });
  });

  it("has its own options checked in every step", () => {
    const retries = variable("retries", z.number().default(1));
    expect(
      image.provision(...steps({ max_retries: retries }, shell({ inline: ["true"] }))).toHcl(),
    ).toContain("max_retries = var.retries");
    const wrong = image.provision(...steps({ timeout: "5" as "5s" }, shell({ inline: ["true"] })));
    expect(wrong.check()).toMatchObject([
      { path: "build[0].provisioner[0].shell.timeout", code: "invalid-value" },
    ]);
    const stranger = image.provision(...steps({}, manifest() as never));
    expect(stranger.check()).toMatchObject([{ code: "not-a-step" }]);
  });

  it("names sources that the build has", () => {
    // @ts-expect-error a source that the build does not have
    const wrong = a.provision(...steps({ only: ["null.z"] }, shell({ inline: ["true"] })));
    expect(wrong.check()).toMatchObject([{ code: "bad-label-reference" }]);
    // @ts-expect-error only and except exclude each other
    steps({ only: ["null.a"], except: ["null.a"] }, shell({ inline: ["true"] }));
    // @ts-expect-error a name is of one step
    steps({ name: "all" }, shell({ inline: ["true"] }));
  });
});
