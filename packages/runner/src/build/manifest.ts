import type { Block, Body, ParsedFile } from "@packwright/hcl";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

/** What the `manifest` post-processor tells of an artifact. */
export interface ManifestEntry {
  readonly name: string;
  readonly builder_type: string;
  /** When it was made, in seconds since 1970. */
  readonly build_time: number;
  readonly files: readonly { readonly name: string; readonly size: number }[] | null;
  readonly artifact_id: string;
  readonly packer_run_uuid: string;
  readonly custom_data: Readonly<Record<string, string>> | null;
}

const DEFAULT_OUTPUT = "packer-manifest.json";

/**
 * The entries of a template's manifests from one run, as read from their files.
 *
 * @param since when the run began: files that are older are not of it
 */
export async function manifestEntries(
  files: readonly ParsedFile[],
  cwd: string,
  since: Date,
): Promise<readonly ManifestEntry[]> {
  const outputs = new Set(files.flatMap(({ body }) => outputsIn(body)));
  const found: ManifestEntry[] = [];
  for (const output of outputs) {
    const text = await readFile(resolve(cwd, output), "utf8").catch(() => undefined);
    found.push(...(text === undefined ? [] : entriesOf(text)));
  }
  // Packer cuts the time to whole seconds.
  const start = Math.floor(since.getTime() / 1000);
  return found.filter(({ build_time }) => build_time >= start);
}

/** The paths that manifests are written to; one that is not literal is not known before packer runs. */
function outputsIn(body: Body): readonly string[] {
  return body.items.flatMap((item): readonly string[] => {
    if (item.kind !== "block") return [];
    if (item.type === "post-processor" && item.labels[0]?.value === "manifest") return outputOf(item);
    return item.type === "build" || item.type === "post-processors" ? outputsIn(item.body) : [];
  });
}

function outputOf({ body }: Block): readonly string[] {
  const output = body.items.find((item) => item.kind === "attribute" && item.name === "output");
  if (output === undefined) return [DEFAULT_OUTPUT];
  return output.kind === "attribute" && output.value.kind === "string" ? [output.value.value] : [];
}

/** The entries of the last run that a manifest tells of. */
function entriesOf(text: string): readonly ManifestEntry[] {
  const manifest: unknown = parseOrNothing(text);
  if (typeof manifest !== "object" || manifest === null) return [];
  const { builds, last_run_uuid: run } = manifest as {
    readonly builds?: unknown;
    readonly last_run_uuid?: unknown;
  };
  return Array.isArray(builds) ? builds.filter(isEntry).filter((entry) => entry.packer_run_uuid === run) : [];
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A manifest that somebody else wrote, or that is half written, has nothing to tell.
    return undefined;
  }
}

function isEntry(value: unknown): value is ManifestEntry {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    "builder_type" in value &&
    "packer_run_uuid" in value &&
    "build_time" in value &&
    typeof value.build_time === "number"
  );
}
