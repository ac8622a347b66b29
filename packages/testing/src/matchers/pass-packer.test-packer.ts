import { source, template, text, variable } from "@packwright/core";
import { source as google } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import "../vitest.js";
import { failure } from "./failure.test-support.js";

const here = source.null("here", { communicator: "none" });
const token = variable("token", z.string(), { sensitive: true });

describe("toPassPacker", () => {
  it("holds for what packer validate accepts", () => {
    expect(here.provision(shell({ inline: ["true"] }))).toPassPacker();
    expect(
      google.googlecompute("web", {
        project_id: "p",
        zone: "europe-west3-a",
        source_image_family: "debian-12",
        ssh_username: "packer",
      }),
    ).toPassPacker();
  });

  it("shows what packer validate says of others", () => {
    const image = here.provision(shell({ script: "no/such/script.sh" }));
    expect(image).not.toPassPacker();
    expect(
      failure(() => {
        expect(image).toPassPacker();
      }),
    ).toMatch(/^expected packer validate to accept the template\n\n.*Bad script 'no\/such\/script\.sh'/s);
    expect(
      failure(() => {
        expect(here).not.toPassPacker();
      }),
    ).toMatch(
      /^expected packer validate to refuse the template, and it accepts it\n\nsource "null" "here" {/,
    );
  });

  it("gives Packer values, and keeps secrets out of what it says", () => {
    const image = here.provision(shell({ script: text`/no/${token}` }));
    expect(image).not.toPassPacker({ variables: { token: "t0p-secret" } });
    const said = failure(() => {
      expect(image).toPassPacker({ variables: { token: "t0p-secret" } });
    });
    expect(said).toContain("/no/<sensitive>");
    expect(said).not.toContain("t0p-secret");
  });

  it("runs Packer where scripts are looked for, with the environment that it is given", () => {
    const image = here.provision(shell({ script: "file.ts" }));
    expect(image).not.toPassPacker({ cwd: import.meta.dirname });
    const other = template([here.provision(shell({ script: "print.ts" }))]);
    expect(other).toPassPacker({ cwd: import.meta.dirname });
    expect(here.provision(shell({ inline: [text`${token}`] }))).toPassPacker({ env: { PKR_VAR_token: "t" } });
  });
});
