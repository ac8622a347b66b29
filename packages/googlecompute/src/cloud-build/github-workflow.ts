import type { TemplateOutput } from "@packwright/core";
import { readPipeline, type PipelineOptions } from "./pipeline.js";
import { toYaml } from "./yaml.js";

/** What {@link githubWorkflow} is told. */
export interface GithubWorkflowOptions extends PipelineOptions {
  /**
   * What the workflow is called.
   * @defaultValue `"Machine images"`
   */
  readonly name?: string;
  /** The provider of workload identity federation: `projects/N/locations/global/workloadIdentityPools/POOL/providers/P`. */
  readonly workloadIdentityProvider: `projects/${string}/locations/global/workloadIdentityPools/${string}/providers/${string}`;
  /** The e-mail address of the service account that the workflow acts as. */
  readonly serviceAccount: string;
  /** The project of secrets that name none. */
  readonly project?: string;
  /** When it runs; by hand it can always be started. */
  readonly on?: {
    /** Pushes to these branches, that touch these paths if any are named. */
    readonly push?: { readonly branches: readonly string[]; readonly paths?: readonly string[] };
    /** Five fields of cron, in UTC: `0 4 * * 1`. */
    readonly schedule?: string;
  };
  /**
   * The machine that the workflow runs on.
   * @defaultValue `"ubuntu-24.04"`
   */
  readonly runsOn?: string;
  /** How many sources are built at once. */
  readonly maxParallel?: number;
}

const CRON = /^\S+ \S+ \S+ \S+ \S+$/;
/** How many jobs a matrix may make. */
const MOST_JOBS = 256;
const PLUGINS = ".packer/plugins";

/**
 * The text of a workflow for GitHub Actions that initialises, validates and builds a template, one job a source; it
 * reaches Google Cloud through workload identity federation, without any key.
 *
 * @throws RangeError that names everything that is wrong with the template, the variables and the options
 * @example
 * await githubWorkflow(image, {
 *   template: "web.pkr.hcl",
 *   packer: "1.14.2",
 *   workloadIdentityProvider: "projects/1/locations/global/workloadIdentityPools/github/providers/loopbin",
 *   serviceAccount: "packer@loopbin.iam.gserviceaccount.com",
 *   on: { schedule: "0 4 * * 1" },
 * })
 * @see https://docs.github.com/actions/writing-workflows/workflow-syntax-for-github-actions
 */
export async function githubWorkflow(
  template: TemplateOutput,
  options: GithubWorkflowOptions,
): Promise<string> {
  const pipeline = readPipeline(template, options);
  const {
    name = "Machine images",
    on = {},
    runsOn = "ubuntu-24.04",
    maxParallel,
    timeout = 3600,
    packer,
  } = options;
  const { serviceAccount, workloadIdentityProvider, project } = options;
  if (on.schedule !== undefined && !CRON.test(on.schedule))
    throw new RangeError(
      `schedule is ${JSON.stringify(on.schedule)}: it has five fields, such as "0 4 * * 1"`,
    );
  for (const [variable, secret] of pipeline.secrets) {
    if (project === undefined && secret.project === undefined)
      throw new RangeError(`the secret of ${variable} is kept in a project: name it there, or in project`);
  }
  const variables = pipeline.variables.map(([variable, value], at) => ({
    env: `VAR_${String(at)}`,
    value,
    // The shell puts the value in; GitHub would put it into the script itself.
    argument: `-var "${variable}=$VAR_${String(at)}"`,
  }));
  const matrix = pipeline.builds.flatMap(({ id, only }) => (only === undefined ? [] : [{ id, only }]));
  if (matrix.length > MOST_JOBS)
    throw new RangeError(
      `this would have ${String(matrix.length)} jobs, and GitHub makes ${String(MOST_JOBS)} of a matrix at most: make a workflow of each of several templates, or build everything by one call with parallel: "packer"`,
    );
  const command = (...parts: readonly string[]): string =>
    ["packer", ...parts, ...variables.map(({ argument }) => argument), '"$TEMPLATE"'].join(" ");
  const secretEnv = Object.fromEntries(
    pipeline.secrets.map(([variable]) => [
      `PKR_VAR_${variable}`,
      `\${{ steps.secrets.outputs.${variable} }}`,
    ]),
  );
  const known = pipeline.secrets.length === 0 ? {} : { env: secretEnv };
  return toYaml(
    {
      name,
      on: {
        ...(on.push === undefined ? {} : { push: on.push }),
        ...(on.schedule === undefined ? {} : { schedule: [{ cron: on.schedule }] }),
        workflow_dispatch: {},
      },
      permissions: { contents: "read", "id-token": "write" },
      concurrency: { group: "${{ github.workflow }}", "cancel-in-progress": false },
      jobs: {
        build: {
          ...(matrix.length === 0 ? {} : { name: "${{ matrix.image.id }}" }),
          "runs-on": runsOn,
          "timeout-minutes": Math.ceil(timeout / 60),
          ...(matrix.length === 0
            ? {}
            : {
                strategy: {
                  "fail-fast": false,
                  ...(maxParallel === undefined ? {} : { "max-parallel": maxParallel }),
                  matrix: { image: matrix.map(({ id, only }) => ({ id, only: literal(only) })) },
                },
              }),
          env: {
            TEMPLATE: literal(options.template),
            PACKER_PLUGIN_PATH: `\${{ github.workspace }}/${PLUGINS}`,
            CHECKPOINT_DISABLE: "1",
            ...Object.fromEntries(variables.map(({ env, value }) => [env, literal(value)])),
            ...(matrix.length === 0 ? {} : { ONLY: "${{ matrix.image.only }}" }),
          },
          steps: [
            { uses: "actions/checkout@v4" },
            {
              uses: "google-github-actions/auth@v2",
              with: { workload_identity_provider: workloadIdentityProvider, service_account: serviceAccount },
            },
            ...(pipeline.usesIap ? [{ uses: "google-github-actions/setup-gcloud@v2" }] : []),
            { uses: "hashicorp/setup-packer@v3", with: { version: packer } },
            { uses: "actions/cache@v4", with: { path: PLUGINS, key: pipeline.cacheKey } },
            ...(pipeline.secrets.length === 0
              ? []
              : [
                  {
                    id: "secrets",
                    uses: "google-github-actions/get-secretmanager-secrets@v2",
                    with: {
                      secrets: pipeline.secrets
                        .map(
                          ([variable, { secret, version = "latest", project: own = project ?? "" }]) =>
                            `${variable}:${own}/${secret}/${version}\n`,
                        )
                        .join(""),
                    },
                  },
                ]),
            { name: "Initialise", run: 'packer init "$TEMPLATE"' },
            { name: "Validate", run: command("validate"), ...known },
            {
              name: "Build",
              run: command("build", "-color=false", ...(matrix.length === 0 ? [] : ['-only="$ONLY"'])),
              ...known,
            },
          ],
        },
      },
    },
    "Generated by Packwright. Change the program that makes it.",
  );
}

/** Text that GitHub leaves as it is. */
function literal(text: string): string {
  return text.replaceAll("${{", "${{ '${{' }}");
}
