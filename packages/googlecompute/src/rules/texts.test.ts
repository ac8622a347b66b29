import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { source } from "@packwright/core";
import { afterAll, describe, expect, it } from "vitest";
import { googlecompute } from "../plugin.js";
import { BASE, findings } from "./check.test-support.js";

const folder = mkdtempSync(join(tmpdir(), "packwright-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the text of a rule", () => {
  it.each([
    [{ communicator: "docker" }, 'communicator "docker" is for containers: the build stops when it connects'],
    [
      { communicator: "winrm", winrm_username: "packer" },
      "winrm_password is missing, which only Windows images do without",
    ],
    [
      { source_image: "projects/debian-cloud/global/images/x" },
      "source_image is the name of an image, not its URL: the build will not find it",
    ],
    [
      { image_storage_locations: ["europe-west3-a"] },
      'a storage location is asia, eu, us or a region such as europe-west3, and not "europe-west3-a"',
    ],
    [
      { image_labels: Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`l${String(at)}`, ""])) },
      "image_labels has 65 entries: Google takes 64 at most",
    ],
  ])("says what is wrong: %#", (options, text) => {
    expect(findings(options).map((found) => found.replace(/^\w+ [\w.]*: /, ""))).toEqual([text]);
  });

  it("says what is wrong with a key", () => {
    const key = join(folder, "key.pem");
    writeFileSync(key, "no key");
    const web = googlecompute.namespace.source.googlecompute("x", { ...BASE, ssh_private_key_file: key });
    const [found] = web.check({ files: true });
    expect(found?.summary.replace(folder, "")).toMatchInlineSnapshot(
      `"the key file "/key.pem" holds no private key in PEM form"`,
    );
  });

  it("says what is wrong with an import", () => {
    const step = googlecompute.namespace.postProcessor["googlecompute-import"]({
      project_id: "loopbin",
      bucket: "gs://Images/x",
      image_name: "web",
      universe_domain: "example.com",
    });
    const summaries = source
      .file("disk", { target: "disk.raw", content: "x" })
      .postProcess(step)
      .check()
      .map(({ summary }) => summary);
    expect(summaries).toMatchInlineSnapshot(`
      [
        "bucket is "gs://Images/x": it is the bare name of a bucket, in lower case and without gs://",
        "universe_domain has no effect here: the plugin imports by Google's own addresses whatever it says",
        "googlecompute-import works on what compress or artifice gives, and file gives other files",
      ]
    `);
  });
});
