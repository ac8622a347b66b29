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
