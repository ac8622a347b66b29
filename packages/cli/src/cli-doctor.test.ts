import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Project } from "./cli.test-support.js";

let project = new Project();

beforeEach(() => {
  project = new Project();
});

afterEach(() => {
  project.remove();
});

it("doctor tells what is there, and how to get what is missing", () => {
  const { code, out, err } = project.run(["doctor", "--packer", "no-such-packer"]);
  expect({ code, err }).toEqual({ code: 1, err: "" });
  expect(out).toContain(`ok       Node.js: ${process.versions.node}\n`);
  expect(out).toContain("ok       zod: installed\n");
  expect(out).toMatch(/^missing {2}Packer: "no-such-packer" was not found; install Packer/m);
  expect(out).toContain("Name templates to have their plugins and credentials looked at too.\n");
});

it("doctor looks at the credentials that a template's sources need", () => {
  project.write(
    "web.ts",
    `import { source } from "@packwright/googlecompute";
export default source.googlecompute("web", { project_id: "p", zone: "europe-west3-a", source_image_family: "debian-12", ssh_username: "packer" });
`,
  );
  const credentials = (env: NodeJS.ProcessEnv): string =>
    project
      .run(["doctor", "web.ts"], { env: { GOOGLE_APPLICATION_CREDENTIALS: "", ...env } })
      .out.split("\n")
      .find((line) => line.includes("credentials")) ?? "";
  expect(credentials({ CLOUDSDK_CONFIG: project.folder })).toBe(
    "missing  Google Cloud credentials: gcloud auth application-default login, or set GOOGLE_APPLICATION_CREDENTIALS",
  );
  project.write("application_default_credentials.json", "{}");
  const file = join(project.folder, "application_default_credentials.json");
  expect(credentials({ CLOUDSDK_CONFIG: project.folder })).toBe(`ok       Google Cloud credentials: ${file}`);
  expect(credentials({ GOOGLE_APPLICATION_CREDENTIALS: "/nowhere" })).toContain(
    'names "/nowhere", which is not there',
  );
});

/** Stand-ins for programs, each of which prints a text and ends with a code. */
function programs(printed: Readonly<Record<string, readonly [text: string, code: number]>>): void {
  for (const [name, [text, code]] of Object.entries(printed)) {
    project.write(`bin/${name}`, `#!/bin/sh\ncat <<'END'\n${text}\nEND\nexit ${String(code)}\n`);
    chmodSync(join(project.folder, "bin", name), 0o755);
  }
}

/** What doctor says of Packer and of what stands below it, where only these programs are found. */
function saidOf(templates: readonly string[]): {
  readonly code: number | null;
  readonly lines: readonly string[];
} {
  const { code, out, err } = project.run(["doctor", ...templates], {
    env: {
      PATH: `${join(project.folder, "bin")}:/usr/bin:/bin`,
      CLOUDSDK_CONFIG: project.folder,
      GOOGLE_APPLICATION_CREDENTIALS: "",
    },
  });
  expect(err).toBe("");
  const lines = out.trimEnd().split("\n");
  return { code, lines: lines.slice(lines.findIndex((line) => line.includes(" Packer: "))) };
}

/** A stand-in for Packer of a version, with plugins installed. */
function packerOf(version: string, ...plugins: readonly string[]): void {
  const folder = "/home/user/.config/packer/plugins";
  const installed = plugins.map((source) => {
    const name = source.slice(source.lastIndexOf("/") + 1);
    return `${folder}/${source}/packer-plugin-${name}_v1.1.3_x5.0_linux_amd64`;
  });
  project.write(
    "bin/packer",
    `#!/bin/sh
case "$*" in
  version) echo "Packer v${version}" ;;
  "plugins installed") printf '%s\\n' ${installed.map((path) => `'${path}'`).join(" ")} ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac
`,
  );
  chmodSync(join(project.folder, "bin/packer"), 0o755);
}

it("doctor of Packer 1.16 tells which plugins are installed, and what Docker and QEMU are there", () => {
  for (const starter of ["googlecompute", "docker", "qemu"]) {
    expect(project.run(["new", `${starter}.ts`, "--starter", starter]).code).toBe(0);
  }
  project.write("application_default_credentials.json", "{}");
  packerOf(
    "1.16.0",
    "github.com/hashicorp/googlecompute",
    "github.com/hashicorp/docker",
    "github.com/hashicorp/qemu",
  );
  programs({
    docker: ["28.3.2", 0],
    "qemu-system-x86_64": [
      "QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)\nCopyright (c) 2003-2022 Fabrice Bellard and the QEMU Project developers",
      0,
    ],
  });
  expect(saidOf(["googlecompute.ts", "docker.ts", "qemu.ts"])).toEqual({
    code: 0,
    lines: [
      "ok       Packer: 1.16.0",
      "ok       plugin googlecompute: installed",
      "ok       plugin docker: installed",
      "ok       plugin qemu: installed",
      `ok       Google Cloud credentials: ${join(project.folder, "application_default_credentials.json")}`,
      "ok       Docker: 28.3.2",
      "ok       QEMU: QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18)",
    ],
  });
});

it("doctor of Packer 1.16 tells how to get the plugins and programs that a template lacks", () => {
  for (const starter of ["docker", "qemu"]) {
    expect(project.run(["new", `${starter}.ts`, "--starter", starter]).code).toBe(0);
  }
  packerOf("1.16.0", "github.com/hashicorp/docker-of-another");
  programs({
    docker: ["", 1],
    "qemu-system-x86_64": ["", 127],
  });
  expect(saidOf(["docker.ts", "qemu.ts"])).toEqual({
    code: 1,
    lines: [
      "ok       Packer: 1.16.0",
      "missing  plugin docker: packer plugins install github.com/hashicorp/docker",
      "missing  plugin qemu: packer plugins install github.com/hashicorp/qemu",
      "missing  Docker: install it from https://docs.docker.com/engine/install, and start its daemon",
      "missing  QEMU: install qemu-system-x86_64 from https://www.qemu.org/download",
    ],
  });
});

it.each([
  ["1.6.6", "this Packer has its plugins built in"],
  ["1.7.10", "packwright run installs it when it is missing"],
])("doctor of Packer %s says where a plugin comes from", (version, found) => {
  expect(project.run(["new", "docker.ts", "--starter", "docker"]).code).toBe(0);
  packerOf(version);
  programs({ docker: ["28.3.2", 0] });
  expect(saidOf(["docker.ts"])).toEqual({
    code: 0,
    lines: [`ok       Packer: ${version}`, `ok       plugin docker: ${found}`, "ok       Docker: 28.3.2"],
  });
});
