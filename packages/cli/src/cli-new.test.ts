import { afterEach, beforeEach, expect, it } from "vitest";
import { Project } from "./cli.test-support.js";

let project = new Project();

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

it.each([
  ["googlecompute", 'source "googlecompute" "my-web"'],
  ["docker", 'source "docker" "my-web"'],
  ["qemu", 'source "qemu" "my-web"'],
  ["null", 'source "null" "my-web"'],
])(
  "new --starter %s begins a project that checks without a word and is written",
  (starter, block) => {
    const { code, out, err } = project.run(["new", "My Web", "--starter", starter]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("written   My Web/images/my-web.ts\n");
    expect(out).toContain("Next: cd My Web && npm install && npx packwright synth\n");
    expect(project.runIn("My Web", ["check"])).toEqual({ code: 0, out: "0 errors, 0 warnings\n", err: "" });
    expect(project.runIn("My Web", ["synth"]).out).toBe("written   images/my-web.pkr.hcl\n");
    expect(project.read("My Web/images/my-web.pkr.hcl")).toContain(block);
  },
  120_000,
);

it("new makes a template alone, and never writes over what is there", () => {
  expect(project.run(["new", "web.ts", "--starter", "docker"]).out).toMatch(
    /^written {3}web\.ts\nwritten {3}plugins\/docker\.ts\n/,
  );
  const { code, out, err } = project.run(["new", "web.ts", "--starter", "null"]);
  expect({ code, out, err }).toEqual({
    code: 1,
    out: "",
    err: "web.ts: there already; nothing was written\n",
  });
});

it.each([[["new", "x"]], [["new", "x", "--starter", "y"]], [["new", "--starter", "null"]]])(
  "%j is wrong usage",
  (args) => {
    expect(project.run(args).code).toBe(2);
  },
);
