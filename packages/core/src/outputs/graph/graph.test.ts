import { describe, expect, it } from "vitest";
import { z } from "zod";
import { build } from "../../build/build.js";
import { manifest, shell } from "../../build/steps.test-support.js";
import { coreSource } from "../../components/core-source.js";
import { text } from "../../expressions/text.js";
import { template } from "../../template/create-template.js";
import { local } from "../../variables/local.js";
import { variable } from "../../variables/variable.js";

const region = variable("region", z.string());
const name = local("name", text`web-${region}`);
const a = coreSource.file("a", { content: text`${name}`, target: "a.txt" });
const b = coreSource.null("b", { communicator: "none" });

const image = template([
  build([a, a.as("twin")], { name: "golden" })
    .provision(
      shell({ inline: ['echo "<hi>" # a & b'] }),
      shell({ script: "setup.sh", only: ["file.a"], env: { REGION: region } }),
    )
    .errorCleanup(shell({ inline: ["one", "two"] }))
    .postProcess(manifest({ output: "m.json" }), manifest({ output: "n.json" }))
    .postProcess(manifest({ output: "o.json" })),
  b,
]);

describe("toMermaid", () => {
  it("shows declarations, sources, steps in their order, and artifacts", () => {
    expect(image.toMermaid()).toMatchInlineSnapshot(`
      "flowchart TD
        variable0(["var.region"])
        local0(["local.name"])
        subgraph build0["build golden"]
          build0_source0[["file.a"]]
          build0_source1[["file.twin<br>from file.a"]]
          build0_provisioner0["shell<br>echo #34;#60;hi#62;#34; #35; a #38; b"]
          build0_provisioner1["shell<br>setup.sh<br>only file.a"]
          build0_cleanup["shell<br>one …"]
          build0_artifact(("an artifact of each source"))
          build0_pipeline0_0[/"manifest<br>m.json"/]
          build0_pipeline0_1[/"manifest<br>n.json"/]
          build0_pipeline1_0[/"manifest<br>o.json"/]
        end
        subgraph build1["build 2"]
          build1_source0[["null.b"]]
          build1_artifact(("artifact"))
        end
        variable0 -.-> local0
        local0 -.-> build0_source0
        local0 -.-> build0_source1
        build0_source0 --> build0_provisioner0
        build0_source1 --> build0_provisioner0
        variable0 -.-> build0_provisioner1
        build0_provisioner0 --> build0_provisioner1
        build0_provisioner1 -- on failure --> build0_cleanup
        build0_provisioner1 --> build0_artifact
        build0_artifact --> build0_pipeline0_0
        build0_pipeline0_0 --> build0_pipeline0_1
        build0_artifact --> build0_pipeline1_0
        build1_source0 --> build1_artifact
      "
    `);
  });

  it("is the same each time", () => {
    expect(image.toMermaid()).toBe(image.toMermaid());
  });

  it("is not given for a template with errors", () => {
    expect(() => coreSource.file("a b" as "x", { content: "a", target: "a" }).toMermaid()).toThrow(
      "one error",
    );
  });
});

describe("toSvg", () => {
  it("draws the same picture", async () => {
    const svg = await image.toSvg();
    expect(svg).toMatch(/^<\?xml[^]*<svg [^]*<\/svg>\s*$/);
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        "var.region",
        "local.name",
        "build golden",
        "file.a",
        "file.twin",
        "from file.a",
        "shell",
        "echo &quot;&lt;hi&gt;&quot; # a &amp; b",
        "setup.sh",
        "manifest",
        "on failure",
      ]),
    );
  });
});
