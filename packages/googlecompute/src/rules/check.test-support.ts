import { plugins, type Source } from "@packwright/core";
import { googlecompute } from "../plugin.js";

/** Options that nothing is wrong with. */
export const BASE = {
  project_id: "loopbin",
  zone: "europe-west3-a",
  source_image_family: "debian-12",
  ssh_username: "packer",
} as const;

type AnySource = Source<"googlecompute", string, object>;

/** What is found in a source with some options beside {@link BASE}: `error zone: a zone is …`. */
export function findings(
  options: object,
  version?: Parameters<typeof googlecompute>[0]["version"],
): readonly string[] {
  const { source } = plugins(version === undefined ? googlecompute : googlecompute({ version }));
  // Callers in plain JavaScript have no compiler, and options that are wrong are the point here.
  const make = source.googlecompute as unknown as (label: string, options: object) => AnySource;
  return make("x", { ...BASE, ...options })
    .check()
    .map(({ severity, path, summary }) => {
      const place = path.replace(/^source\.googlecompute\.x\.?/, "");
      return `${severity} ${place}: ${summary}`;
    });
}

/** The same without the places and the texts: `error zone`. */
export function places(options: object, version?: Parameters<typeof findings>[1]): readonly string[] {
  return findings(options, version).map((finding) => finding.slice(0, finding.indexOf(":")));
}
