import { contentsOf } from "@packwright/core";
import type { Manifest } from "./manifest.js";
import { quote } from "./quote.js";

/** An image that was built, and where it is. */
export interface BuiltImage {
  /** The name of the source. */
  readonly source: string;
  /** The name of the image. */
  readonly image: string;
  /** The project of the image; absent where only Packer knows it. */
  readonly project?: string;
  /** The command that shows it. */
  readonly command: string;
}

/**
 * The images that the last run made for a template, with the `gcloud` commands that show them.
 *
 * @example
 * listImages(image, await readManifest("packer-manifest.json"))
 * // [{ source: "web", image: "web-1764000000", project: "loopbin",
 * //    command: "gcloud compute images list --no-standard-images --filter=name=web-1764000000 --project=loopbin" }]
 */
export function listImages(template: object, { lastRun }: Manifest): readonly BuiltImage[] {
  const sources = contentsOf(template).builds.flatMap((build) => build.sources);
  return lastRun
    .filter(({ type }) => type === "googlecompute")
    .map(({ name, id }) => {
      const { options = {} } = sources.find((source) => source.name === name) ?? {};
      const project = [options["image_project_id"], options["project_id"]].find(
        (value) => value !== undefined,
      );
      const known = typeof project === "string" && !project.includes("{{") ? project : undefined;
      const words = [
        ...["gcloud", "compute", "images", "list", "--no-standard-images", `--filter=name=${id}`],
        ...(known === undefined ? [] : [`--project=${known}`]),
      ];
      return {
        source: name,
        image: id,
        ...(known === undefined ? {} : { project: known }),
        command: words.map((word) => quote(word)).join(" "),
      };
    });
}
