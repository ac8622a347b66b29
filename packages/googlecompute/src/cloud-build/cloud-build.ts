import type { TemplateOutput } from "@packwright/core";
import { readPipeline, type Pipeline, type PipelineBuild, type PipelineOptions } from "./pipeline.js";
import { toYaml } from "./yaml.js";

/** What {@link cloudBuild} is told. */
export interface CloudBuildOptions extends PipelineOptions {
  /** The e-mail address of the service account that the build runs as; {@link requiredRoles} says what it has to be allowed. */
  readonly serviceAccount: string;
  /**
   * The container image of the steps that call Packer; with `use_iap` it has to have `gcloud` too.
   * @defaultValue `hashicorp/packer:` and the version
   */
  readonly image?: string;
  /** A bucket in Cloud Storage that keeps the plugins from one build to the next, without `gs://`. */
  readonly pluginCache?: string;
  /**
   * The machine that the steps run on; the images are built on machines of their own.
   * @defaultValue Cloud Build's default
   */
  readonly machineType?: "E2_MEDIUM" | "E2_HIGHCPU_8" | "E2_HIGHCPU_32" | "N1_HIGHCPU_8" | "N1_HIGHCPU_32";
  /** Tags of the build, to find it by. */
  readonly tags?: readonly string[];
}

/** The image of the steps that move the cache. */
const GCLOUD = "gcr.io/google.com/cloudsdktool/google-cloud-cli:537.0.0-slim";
const PLUGINS = "/workspace/.packer/plugins";

/** A step of Cloud Build. */
export interface Step {
  readonly id: string;
  readonly name: string;
  readonly entrypoint: string;
  readonly args: readonly string[];
  readonly waitFor?: readonly string[];
  readonly secretEnv?: readonly string[];
}

/**
 * The text of a `cloudbuild.yaml` that initialises, validates and builds a template, one step a source beside the others.
 *
 * @throws RangeError that names everything that is wrong with the template, the variables and the options
 * @example
 * await cloudBuild(image, {
 *   template: "web.pkr.hcl",
 *   packer: "1.14.2",
 *   serviceAccount: "packer@loopbin.iam.gserviceaccount.com",
 *   variables: { project_id: "loopbin" },
 * })
 * // steps:
 * //   - id: init
 * //     name: hashicorp/packer:1.14.2
 * //     entrypoint: packer
 * //     args:
 * //       - init
 * //       - web.pkr.hcl
 * //   …
 * @see https://cloud.google.com/build/docs/build-config-file-schema
 */
export async function cloudBuild(template: TemplateOutput, options: CloudBuildOptions): Promise<string> {
  return print(read(template, options), options);
}

/**
 * The same as a build of its own for each source, by what `-only` calls it: they wait for nobody and fail alone.
 *
 * @throws RangeError as {@link cloudBuild} does
 * @example
 * for (const [only, text] of Object.entries(await cloudBuilds(images, options))) …
 */
export async function cloudBuilds(
  template: TemplateOutput,
  options: CloudBuildOptions,
): Promise<Readonly<Record<string, string>>> {
  const pipeline = read(template, options);
  const texts = await Promise.all(
    pipeline.builds.map(
      async (build) =>
        [build.only ?? build.id, await print({ ...pipeline, builds: [build] }, options)] as const,
    ),
  );
  return Object.fromEntries(texts);
}

function read(template: TemplateOutput, options: CloudBuildOptions): Pipeline {
  const pipeline = readPipeline(template, options);
  if (pipeline.usesIap && options.image === undefined)
    throw new RangeError(
      "use_iap needs gcloud beside Packer, which hashicorp/packer does not have: name an image that has both",
    );
  if (!/^[^@\s]+@[^@\s]+$/.test(options.serviceAccount))
    throw new RangeError(
      `serviceAccount is ${JSON.stringify(options.serviceAccount)}: it is an e-mail address`,
    );
  return pipeline;
}

/** How many steps a build may have: https://cloud.google.com/build/docs/build-config-file-schema#build_steps */
const MOST_STEPS = 300;

async function print(pipeline: Pipeline, options: CloudBuildOptions): Promise<string> {
  const { serviceAccount, timeout = 3600, machineType, tags } = options;
  const { variables, secrets } = pipeline;
  const substitutions = substitutionsOf(pipeline);
  const steps = stepsOf(pipeline, options);
  if (steps.length > MOST_STEPS)
    throw new RangeError(
      `this would have ${String(steps.length)} steps, and Cloud Build runs ${String(MOST_STEPS)} at most: make a build a source with cloudBuilds, or build everything by one call with parallel: "packer"`,
    );
  return toYaml(
    {
      steps,
      ...(variables.length === 0
        ? {}
        : {
            substitutions: Object.fromEntries(
              variables.map(([name, value]) => [substitutions.get(name) ?? name, value] as const),
            ),
          }),
      ...(secrets.length === 0
        ? {}
        : {
            availableSecrets: {
              secretManager: secrets.map(
                ([name, { secret, version = "latest", project = "$PROJECT_ID" }]) => ({
                  versionName: `projects/${project}/secrets/${secret}/versions/${version}`,
                  env: `PKR_VAR_${name}`,
                }),
              ),
            },
          }),
      serviceAccount: `projects/\${PROJECT_ID}/serviceAccounts/${serviceAccount}`,
      timeout: `${String(timeout)}s`,
      options: {
        // A build with a service account of its own has no bucket for its logs.
        logging: "CLOUD_LOGGING_ONLY",
        ...(machineType === undefined ? {} : { machineType }),
        env: [`PACKER_PLUGIN_PATH=${PLUGINS}`, "CHECKPOINT_DISABLE=1"],
      },
      ...(tags === undefined ? {} : { tags }),
    },
    "Generated by Packwright. Change the program that makes it.",
  );
}

function stepsOf(pipeline: Pipeline, options: CloudBuildOptions): readonly Step[] {
  const { template, packer, image = `hashicorp/packer:${packer}`, pluginCache } = options;
  const call = { name: image, entrypoint: "packer" };
  const substitutions = substitutionsOf(pipeline);
  const variables = pipeline.variables.map(([name]) => `-var=${name}=\${${substitutions.get(name) ?? ""}}`);
  const secretEnv = pipeline.secrets.map(([name]) => `PKR_VAR_${name}`);
  const known = secretEnv.length === 0 ? {} : { secretEnv };
  const path = escapeDollar(template);
  const cache = pluginCache === undefined ? undefined : `gs://${pluginCache}/${pipeline.cacheKey}.tar.gz`;
  return [
    ...(cache === undefined ? [] : [shell("restore-plugins", restore(cache))]),
    { id: "init", ...call, args: ["init", path] },
    ...(cache === undefined ? [] : [shell("save-plugins", save(cache), ["init"])]),
    { id: "validate", ...call, args: ["validate", ...variables, path], waitFor: ["init"], ...known },
    ...pipeline.builds.map(({ id, only }: PipelineBuild): Step => ({
      id: id === "build" ? id : `build-${id}`,
      ...call,
      args: [
        "build",
        "-color=false",
        "-timestamp-ui",
        ...(only === undefined ? [] : [`-only=${escapeDollar(only)}`]),
        ...variables,
        path,
      ],
      waitFor: ["validate"],
      ...known,
    })),
  ];
}

function shell(id: string, script: string, waitFor?: readonly string[]): Step {
  return {
    id,
    name: GCLOUD,
    entrypoint: "bash",
    args: ["-ceuo", "pipefail", script],
    ...(waitFor === undefined ? {} : { waitFor }),
  };
}

/** An archive keeps what copying file by file would lose: plugins are programs. */
function restore(cache: string): string {
  return `mkdir -p ${PLUGINS}
if gcloud storage cp '${cache}' /workspace/.packer/plugins.tar.gz; then
  tar -xzf /workspace/.packer/plugins.tar.gz -C ${PLUGINS}
else
  echo 'no plugins are cached yet'
fi
`;
}

function save(cache: string): string {
  return `tar -czf /workspace/.packer/plugins.tar.gz -C ${PLUGINS} .
gcloud storage cp /workspace/.packer/plugins.tar.gz '${cache}'
`;
}

/** Names of substitutions by variable: in capitals, beginning with an underscore; what would be named alike is numbered. */
function substitutionsOf({ variables }: Pipeline): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    variables.map(([variable]) => {
      const name = `_${variable.toUpperCase().replaceAll(/[^A-Z0-9_]/g, "_")}`;
      let free = name;
      for (let at = 2; taken.has(free); at++) free = `${name}_${String(at)}`;
      taken.add(free);
      return [variable, free];
    }),
  );
}

/** Cloud Build reads `$` in arguments as the beginning of a substitution. */
function escapeDollar(text: string): string {
  return text.replaceAll("$", "$$$$");
}
