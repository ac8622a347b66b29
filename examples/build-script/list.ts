// Lists what a run of packer made, through its manifest; images of Google Cloud also with gcloud, where that is.
import { listImages, readManifest } from "@packwright/googlecompute";
import { spawnSync } from "node:child_process";

export async function list(
  image: object,
  { manifest, env, print }: { manifest: string; env: Record<string, string>; print: (line: string) => void },
): Promise<void> {
  const made = await readManifest(manifest);
  for (const { type, name, id, files } of made.lastRun) {
    const sizes = files.map((file) => `${file.name} (${file.size} bytes)`);
    print(`  ${[`${type}.${name}`, ...(id === "" ? [] : [id]), ...sizes].join("  ")}`);
  }

  const images = listImages(image, made);
  // A shell finds gcloud on Windows too, where it is a script; the commands are quoted for one.
  const run = (command: string) =>
    spawnSync(command, { shell: true, encoding: "utf8", env: { ...process.env, ...env } });
  const hasGcloud = images.length > 0 && run("gcloud --version").status === 0;
  for (const { command } of images) {
    print(hasGcloud ? `$ ${command}` : `see it with: ${command}`);
    if (!hasGcloud) continue;
    const { stdout, stderr } = run(command);
    print(`${stdout}${stderr}`.trimEnd());
  }
}
