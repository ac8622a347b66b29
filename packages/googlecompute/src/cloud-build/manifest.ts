import { z } from "zod";

/** What the `manifest` post-processor writes about one artifact. */
interface Artifact {
  /** The name of the source. */
  readonly name: string;
  readonly builder_type: string;
  /** When it was built, in seconds since 1970; absent with `strip_time`. */
  readonly build_time?: number | undefined;
  readonly files?: readonly { readonly name: string; readonly size: number }[] | null | undefined;
  /** What the builder calls it; of googlecompute, the name of the image. */
  readonly artifact_id: string;
  readonly packer_run_uuid: string;
  readonly custom_data?: Readonly<Record<string, string>> | null | undefined;
}

/** Made when a manifest is read: whoever makes templates should not have to wait for it. */
function manifestSchema(): z.ZodType<{
  readonly builds: readonly Artifact[] | null;
  readonly last_run_uuid: string;
}> {
  const artifact = z.object({
    name: z.string(),
    builder_type: z.string(),
    build_time: z.number().optional(),
    files: z.array(z.object({ name: z.string(), size: z.number() })).nullish(),
    artifact_id: z.string(),
    packer_run_uuid: z.string(),
    custom_data: z.record(z.string(), z.string()).nullish(),
  });
  return z.object({ builds: z.array(artifact).nullable(), last_run_uuid: z.string() });
}

/** One artifact of a manifest. */
export interface ManifestArtifact {
  /** The name of the source that it was built from. */
  readonly name: string;
  /** The type of its builder: `googlecompute`. */
  readonly type: string;
  /** What the builder calls it: of googlecompute, the name of the image. */
  readonly id: string;
  /** When it was built; absent where the manifest leaves times out. */
  readonly built?: Date;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly customData: Readonly<Record<string, string>>;
  /** The run of Packer that it was built in. */
  readonly run: string;
}

/** What Packer wrote about what it built. */
export interface Manifest {
  /** The artifacts of every run, in the order in which they were built. */
  readonly artifacts: readonly ManifestArtifact[];
  /** Those of the last run. */
  readonly lastRun: readonly ManifestArtifact[];
}

/**
 * Reads the manifest that Packer's `manifest` post-processor wrote: its text, or the path of the file.
 *
 * @param manifestOrPath JSON text when it begins with `{`, a path otherwise
 * @throws Error when the file cannot be read, or is no manifest; the message names every part that is wrong
 * @example
 * const { lastRun } = await readManifest("packer-manifest.json");
 * lastRun[0]?.id   // "web-1764000000"
 * @see https://developer.hashicorp.com/packer/docs/post-processors/manifest
 */
export async function readManifest(manifestOrPath: string): Promise<Manifest> {
  const isText = manifestOrPath.trimStart().startsWith("{");
  const text = isText ? manifestOrPath : await readText(manifestOrPath);
  const place = isText ? "the text" : manifestOrPath;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${place} is no manifest of Packer: it is not JSON`, { cause: error });
  }
  const read = manifestSchema().safeParse(json);
  if (!read.success)
    throw new Error(`${place} is no manifest of Packer:\n${z.prettifyError(read.error)}`, {
      cause: read.error,
    });
  const { builds, last_run_uuid } = read.data;
  const artifacts = (builds ?? []).map(artifactOf);
  return { artifacts, lastRun: artifacts.filter(({ run }) => run === last_run_uuid) };
}

function artifactOf(entry: Artifact): ManifestArtifact {
  return {
    name: entry.name,
    type: entry.builder_type,
    id: entry.artifact_id,
    ...(entry.build_time === undefined ? {} : { built: new Date(entry.build_time * 1000) }),
    files: entry.files ?? [],
    customData: entry.custom_data ?? {},
    run: entry.packer_run_uuid,
  };
}

async function readText(path: string): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(path, "utf8");
}
