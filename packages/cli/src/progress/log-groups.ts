/** The lines around what belongs together in a log. */
export interface LogGroups {
  begin(name: string): string;
  end(name: string): string;
}

const GITHUB: LogGroups = {
  begin: (name) =>
    `::group::${name.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")}\n`,
  end: () => "::endgroup::\n",
};

/** Cloud Build cannot fold lines; its own steps are found by such rulers. */
const CLOUD_BUILD: LogGroups = {
  begin: (name) => `Starting ${name}\n`,
  end: (name) => `Finished ${name}\n`,
};

const NONE: LogGroups = { begin: () => "", end: () => "" };

/**
 * The log groups of the CI system that a command runs in.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#grouping-log-lines
 */
export function groupsOf(env: Readonly<Record<string, string | undefined>>): LogGroups {
  if (env["GITHUB_ACTIONS"] === "true") return GITHUB;
  // A folder that Cloud Build gives to every step.
  return env["BUILDER_OUTPUT"] === undefined ? NONE : CLOUD_BUILD;
}
