import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { source } from "../plugin.js";
import { BASE } from "../rules/check.test-support.js";
import { listImages } from "./list-images.js";
import { readManifest } from "./manifest.js";

const entry = (name: string, artifact_id: string, run: string): object => ({
  name,
  builder_type: "googlecompute",
  build_time: 1764000000,
  files: null,
  artifact_id,
  packer_run_uuid: run,
  custom_data: { commit: "abc" },
});
const text = JSON.stringify({
  builds: [entry("web", "web-1", "first"), entry("web", "web-2", "second"), entry("db", "db-2", "second")],
  last_run_uuid: "second",
});

describe("a manifest", () => {
  it("gives typed artifacts", async () => {
    const { artifacts, lastRun } = await readManifest(text);
    expect(artifacts.map(({ id }) => id)).toEqual(["web-1", "web-2", "db-2"]);
    expect(lastRun[0]).toEqual({
      name: "web",
      type: "googlecompute",
      id: "web-2",
      built: new Date("2025-11-24T16:00:00Z"),
      files: [],
      customData: { commit: "abc" },
      run: "second",
    });
  });

  it("is read from its file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "packwright-"));
    const path = join(folder, "manifest.json");
    writeFileSync(path, text);
    expect((await readManifest(path)).artifacts).toHaveLength(3);
    rmSync(folder, { recursive: true });
  });

  it.each(["{", "{}", `{"builds": [{"name": 1}], "last_run_uuid": ""}`])("is refused: %s", async (wrong) => {
    await expect(readManifest(wrong)).rejects.toThrow("the text is no manifest of Packer");
  });

  it("lists images with the commands that show them", async () => {
    const image = source.googlecompute("web", { ...BASE, image_project_id: "loopbin-images" });
    expect(listImages(image, await readManifest(text))).toEqual([
      {
        source: "web",
        image: "web-2",
        project: "loopbin-images",
        command:
          "gcloud compute images list --no-standard-images --filter=name=web-2 --project=loopbin-images",
      },
      {
        source: "db",
        image: "db-2",
        command: "gcloud compute images list --no-standard-images --filter=name=db-2",
      },
    ]);
  });
});
