import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Step } from "./cloud-build.js";

/** What a shell or an entry point is called with. */
export interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A `cloudbuild.yaml`, as far as tests look into it. */
export interface CloudBuildConfig {
  readonly steps: readonly Step[];
  readonly substitutions?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/** A workflow of GitHub Actions, as far as tests look into it. */
export interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: {
    readonly build: {
      readonly env: Readonly<Record<string, string>>;
      readonly strategy?: {
        readonly matrix: { readonly image: readonly { readonly id: string; readonly only: string }[] };
      };
      readonly steps: readonly {
        readonly uses?: string;
        readonly run?: string;
        readonly env?: Readonly<Record<string, string>>;
        readonly with?: Readonly<Record<string, string>>;
      }[];
    };
  };
}

export const readCloudBuild = (text: string): CloudBuildConfig => parse(text) as CloudBuildConfig;

export const readWorkflow = (text: string): Workflow => parse(text) as Workflow;

/** The steps as Cloud Build calls them: substitutions replaced, `$$` a dollar. */
export function cloudBuildCalls({ steps, substitutions = {} }: CloudBuildConfig): readonly Call[] {
  return steps.map(({ entrypoint, args }) => ({
    program: entrypoint,
    args: args.map((text) =>
      text.replaceAll(/\$\$|\$\{(?<name>\w+)\}/g, (whole, name?: string) =>
        name === undefined ? "$" : (substitutions[name] ?? whole),
      ),
    ),
  }));
}

/** The steps of a job as GitHub's runner calls them, for one entry of the matrix where there is one. */
export function workflowCalls({ jobs }: Workflow, only?: string): readonly Call[] {
  const { env, steps } = jobs.build;
  return steps.flatMap(({ run, env: own }) =>
    run === undefined
      ? []
      : [
          {
            program: "bash",
            args: ["-e", "-c", run],
            env: { ...env, ...own, ...(only === undefined ? {} : { ONLY: only }) },
          },
        ],
  );
}

/** The folders of Cloud Build are not on the machine that tests run on, so that `mkdir` is one of them. */
const STAND_INS = ["packer", "gcloud", "tar", "mkdir"];

/** Writes down the program and each argument, a line each; the programs of `$FAILING` then fail. */
const RECORD = `#!/bin/sh
printf '%s' "\${0##*/}" >> "$RECORD"
for word in "$@"; do printf '\\t%s' "$word" >> "$RECORD"; done
printf '\\n' >> "$RECORD"
case " $FAILING " in *" \${0##*/} "*) exit 1;; esac
`;

/** The commands that calls run, with programs in the place of `packer`, `gcloud` and some more that only write them down. */
export function commandsOf(
  calls: readonly Call[],
  failing: readonly string[] = [],
): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), "packwright-"));
  try {
    for (const name of STAND_INS) {
      writeFileSync(join(folder, name), RECORD);
      chmodSync(join(folder, name), 0o755);
    }
    writeFileSync(join(folder, "record"), "");
    for (const { program, args, env } of calls) {
      const path = `${folder}:${process.env["PATH"] ?? ""}`;
      const known = { PATH: path, RECORD: join(folder, "record"), FAILING: failing.join(" "), ...env };
      execFileSync(STAND_INS.includes(program) ? join(folder, program) : program, args, {
        env: known,
        cwd: folder,
        // A shell that reads from a socket takes itself for a remote one, and runs what the user has set up for it.
        stdio: ["ignore", "pipe", "pipe"],
      });
    }
    const lines = readFileSync(join(folder, "record"), "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => line.split("\t"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
