import { parse } from "@packwright/hcl";
import { expect, it } from "vitest";
import { eventsOf, recorded } from "../stream/recorded.test-support.js";
import type { Step } from "../stream/event.js";
import { failedStep, sourcePart, type StepSign } from "./failed-step.js";
import { Outcome } from "./outcome.js";

/** The path of the step in which a source fails, in a build of `null.one` with a body. */
function failedIn(body: string, signs: readonly StepSign[], source = "null.one"): string | undefined {
  const file = parse(`build {\n  sources = ["source.null.one"]\n${body}\n}\n`, { file: "a.pkr.hcl" });
  return failedStep([file], source, signs, false)?.path;
}

const began = (component: string, kind: Step["kind"] = "provisioner"): Step => ({ kind, component });

it("of several steps of one kind, the one that failed is found by what the source said before", () => {
  const file = parse(
    `
build {
  sources = ["source.null.one", "source.file.two"]
  provisioner "shell-local" {
    inline = ["echo first"]
  }
  provisioner "shell-local" {
    scripts = ["x.sh", "y.sh"]
    except = ["file.two"]
  }
  provisioner "shell-local" {
    inline = ["test -e made || { touch made; exit 4; }"]
    max_retries = 2
    only = ["null.one"]
  }
  provisioner "shell-local" {
    inline = ["exit 3"]
    only = ["null.one"]
  }
  post-processor "manifest" {
    output = "m.json"
  }
  post-processors {
    post-processor "shell-local" {
      inline = ["echo one"]
    }
    post-processor "shell-local" {
      inline = ["exit 5"]
    }
  }
}
`,
    { file: "a.pkr.hcl" },
  );
  const outcome = new Outcome();
  for (const event of eventsOf(recorded("steps.txt"))) outcome.take(event);
  expect(
    outcome.failures.map(({ source, signs }) => [source, failedStep([file], source, signs, false)?.path]),
  ).toEqual([
    ["null.one", "build[0].provisioner[3].shell-local"],
    ["file.two", "build[0].post-processor[1][1].shell-local"],
  ]);
});

const STEPS = `
provisioner "shell" {
  inline = ["a"]
}
provisioner "file" {
  sources     = ["a", "b"]
  destination = "c"
}
provisioner "shell" {
  scripts = ["a", "b"]
}
provisioner "powershell" {
  inline = ["a"]
}
provisioner "windows-shell" {
  inline = ["a"]
}
`;

it.each([
  [1, 0, "shell"],
  [2, 1, "file"],
  [3, 1, "file"],
  [4, 2, "shell"],
  [5, 2, "shell"],
  [6, 3, "powershell"],
  [7, 3, "powershell"],
  [8, 4, "windows-shell"],
])("after %d announcements it is step %d, %s", (count, at, component) => {
  const signs = ["shell", "file", "file", "shell", "shell", "powershell", "powershell", "shell"];
  expect(
    failedIn(
      STEPS,
      signs.slice(0, count).map((name) => began(name)),
    ),
  ).toBe(`build[0].provisioner[${String(at)}].${component}`);
});

it("steps of which one may have announced itself any number of times are not told apart", () => {
  const steps = 'provisioner "shell" {\n scripts = var.a\n}\nprovisioner "shell" {\n inline = ["a"]\n}';
  expect(failedIn(steps, [began("shell")])).toBe("build[0].provisioner[0].shell");
  expect(failedIn(steps, [began("shell"), began("shell")])).toBeUndefined();
});

it("a step that announces nothing may be at work after one that does", () => {
  const steps = 'provisioner "shell" {\n inline = ["a"]\n}\nprovisioner "goss" {\n}';
  expect(failedIn(steps, [began("shell")])).toBeUndefined();
  expect(failedIn(`provisioner "goss" {\n}\n${steps.slice(0, 41)}`, [began("shell")])).toBe(
    "build[0].provisioner[1].shell",
  );
});

it("repeated steps and lists of sources that only Packer knows leave more than one", () => {
  const repeated = `dynamic "provisioner" {\n labels = ["shell"]\n for_each = ["a"]\n}`;
  const plain = 'provisioner "shell" {\n inline = ["a"]\n}';
  expect(failedIn(`${repeated}\n${plain}`, [began("shell")])).toBeUndefined();
  expect(failedIn(repeated, [began("shell")])).toBe("build[0].provisioner[0]");
  expect(failedIn(`${plain.replace("inline", "only = var.a\n inline")}\n${plain}`, [began("shell")])).toBe(
    undefined,
  );
});

it("what the template does not have is not looked for", () => {
  expect(failedIn('provisioner "shell" {\n}', [began("file")])).toBeUndefined();
  expect(failedIn('provisioner "shell" {\n}', [began("shell")], "null.other")).toBeUndefined();
  expect(failedIn('provisioner "shell" {\n}', [])).toBeUndefined();
});

it("a build with a name, and a source with a name in its build, are found by the whole name", () => {
  const file = parse(
    `build {
  sources = ["source.null.one"]
  provisioner "shell" {
    inline = ["a"]
  }
}
build {
  name = "golden"
  source "null.one" {
    name = "own"
  }
  provisioner "shell" {
    inline = ["a"]
  }
}
`,
    { file: "a.pkr.hcl" },
  );
  expect(failedStep([file], "golden.null.own", [began("shell")], false)?.path).toBe(
    "build[1].provisioner[0].shell",
  );
  expect(failedStep([file], "null.one", [began("shell")], false)?.path).toBe("build[0].provisioner[0].shell");
});

it("a post-processor that a run may leave out is told apart by its component alone", () => {
  const file = parse(
    'build {\n sources = ["source.null.one"]\n post-processor "manifest" {\n }\n post-processor "compress" {\n }\n post-processor "compress" {\n }\n}',
    { file: "a.pkr.hcl" },
  );
  const compress = began("compress", "post-processor");
  const manifest = began("manifest", "post-processor");
  expect(failedStep([file], "null.one", [manifest, compress], false)?.path).toBe(
    "build[0].post-processor[1].compress",
  );
  expect(failedStep([file], "null.one", [compress], true)).toBeUndefined();
  expect(failedStep([file], "null.one", [manifest], true)?.path).toBe("build[0].post-processor[0].manifest");
});

it("a source is found by its name, whatever its build is called", () => {
  const file = parse('source "null" "one" {\n}\nsource "null" "two" {\n}', { file: "a.pkr.hcl" });
  expect(sourcePart([file], "golden.null.two")?.path).toBe("source.null.two");
  expect(sourcePart([file], "null.three")).toBeUndefined();
});
