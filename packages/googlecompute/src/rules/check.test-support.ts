import type { PluginReference } from "@packwright/core";
import { googlecompute } from "../plugin.js";
import { googlecomputeBuilder } from "../source/googlecompute.js";

/** Options that nothing is wrong with. */
export const BASE = {
  project_id: "loopbin",
  zone: "europe-west3-a",
  source_image_family: "debian-12",
  ssh_username: "packer",
} as const;

type Version = Parameters<typeof googlecompute>[0]["version"];

/** What is found in a source with some options beside {@link BASE}: `error zone: a zone is …`; notes are left out, and that secrets are written out. */
export function findings(options: object, version?: Version): readonly string[] {
  const plugin: PluginReference = (version === undefined ? googlecompute : googlecompute({ version }))
    .reference;
  return (
    googlecomputeBuilder(plugin)("x", { ...BASE, ...options })
      .check()
      // Secrets of tests are written out.
      .filter(({ severity, code }) => severity !== "note" && code !== "literal-secret")
      .map(({ severity, path, summary }) => {
        const place = path.replace(/^source\.googlecompute\.x\.?/, "");
        return `${severity} ${place}: ${summary}`;
      })
  );
}

/** The same without the texts: `error zone`. */
export function places(options: object, version?: Version): readonly string[] {
  return findings(options, version).map((finding) => finding.slice(0, finding.indexOf(":")));
}
