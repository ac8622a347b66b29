import { quote } from "./quote.js";

/** When Cloud Build runs a `cloudbuild.yaml`, and where it finds it. */
export interface TriggerOptions {
  /** The name of the trigger. */
  readonly name: string;
  readonly project: string;
  /** The region of the trigger: `europe-west3`, or `global`. */
  readonly region: string;
  /** The repository as Cloud Build knows it: `projects/P/locations/L/connections/C/repositories/R`. */
  readonly repository: string;
  /** The path of the build's description in the repository: `cloudbuild.yaml`. */
  readonly config: string;
  /** The e-mail address of the service account that the build runs as. */
  readonly serviceAccount: string;
  readonly on:
    | {
        /** A regular expression over the names of branches: `^main$`. */
        readonly push: string;
        /** Run only when files change that match one of these: `images/**`. */
        readonly files?: readonly string[];
      }
    | {
        /** Five fields of cron: `0 4 * * 1`. */
        readonly schedule: string;
        /** The branch that is built. */
        readonly branch: string;
        /**
         * The time zone of the schedule.
         * @defaultValue `"Etc/UTC"`
         */
        readonly timeZone?: string;
      };
}

/**
 * The `gcloud` commands that make a trigger of Cloud Build: on a push, or on a schedule with Cloud Scheduler, which
 * starts a trigger that is otherwise started by hand.
 *
 * @throws RangeError for a schedule that is none
 * @example
 * cloudBuildTrigger({ name: "images", on: { push: "^main$" }, … })
 * // ["gcloud builds triggers create github --name=images …"]
 * @see https://cloud.google.com/build/docs/automating-builds/create-manage-triggers
 */
export function cloudBuildTrigger(options: TriggerOptions): readonly string[] {
  const { name, project, region, repository, config, serviceAccount, on } = options;
  const common = [
    `--name=${name}`,
    `--project=${project}`,
    `--region=${region}`,
    `--service-account=projects/${project}/serviceAccounts/${serviceAccount}`,
  ];
  if ("push" in on) {
    const files = on.files === undefined ? [] : [`--included-files=${on.files.join(",")}`];
    return [
      line(
        "gcloud",
        "builds",
        "triggers",
        "create",
        "github",
        ...common,
        `--repository=${repository}`,
        `--branch-pattern=${on.push}`,
        `--build-config=${config}`,
        ...files,
      ),
    ];
  }
  if (!/^\S+ \S+ \S+ \S+ \S+$/.test(on.schedule))
    throw new RangeError(
      `schedule is ${JSON.stringify(on.schedule)}: it has five fields, such as "0 4 * * 1"`,
    );
  const run = `https://cloudbuild.googleapis.com/v1/projects/${project}/locations/${region}/triggers/${name}:run`;
  return [
    line(
      "gcloud",
      "builds",
      "triggers",
      "create",
      "manual",
      ...common,
      `--repository=${repository}`,
      `--branch=${on.branch}`,
      `--build-config=${config}`,
    ),
    line(
      "gcloud",
      "scheduler",
      "jobs",
      "create",
      "http",
      name,
      `--project=${project}`,
      `--location=${region}`,
      `--schedule=${on.schedule}`,
      `--time-zone=${on.timeZone ?? "Etc/UTC"}`,
      `--uri=${run}`,
      "--http-method=POST",
      `--message-body=${JSON.stringify({ source: { branchName: on.branch } })}`,
      `--oauth-service-account-email=${serviceAccount}`,
    ),
  ];
}

function line(...words: readonly string[]): string {
  return words.map((word) => quote(word)).join(" ");
}
