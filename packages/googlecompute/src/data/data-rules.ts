import { about, type Rule } from "@packwright/core";
import { warn } from "../rules/google.js";
import { isObject, knownText } from "../rules/values.js";

const GOOGLE = "the service refuses it when the data source is read.";

/** A filter compares fields; a bare word is none. */
export const filterRule: Rule = about(["filters"], (context) => {
  const filter = knownText(context.literal("filters"));
  if (filter === undefined || /[=:<>]|\b(?:eq|ne)\b/.test(filter)) return;
  warn(
    context,
    "filters",
    `a filter compares fields, such as family=debian-12, and not ${JSON.stringify(filter)}`,
    "Google says so: https://cloud.google.com/compute/docs/reference/rest/v1/images/list",
  );
});

/** Secrets and parameters are named alone: project and location have options of their own. */
export const secretNameRule: Rule = about(["name"], (context) => {
  const name = knownText(context.literal("name"));
  if (name === undefined || /^[A-Za-z0-9_-]{1,255}$/.test(name)) return;
  warn(
    context,
    "name",
    `${JSON.stringify(name)} is no name alone: letters, digits, _ and -, 255 at most`,
    GOOGLE,
  );
});

/** The version of a secret is a number, `latest` or an alias. */
export const secretVersionRule: Rule = about(["version"], (context) => {
  const version = knownText(context.literal("version"));
  if (version === undefined || /^(?:\d+|[A-Za-z][A-Za-z0-9_-]{0,62})$/.test(version)) return;
  warn(
    context,
    "version",
    `the version of a secret is a number, latest or an alias, and not ${JSON.stringify(version)}`,
    GOOGLE,
  );
});

/** Parameters are kept in a region, or in none. */
export const locationRule: Rule = about(["location"], (context) => {
  const location = knownText(context.literal("location"));
  if (location === undefined || location === "global" || /^[a-z]+(?:-[a-z]+)*-[a-z]+\d+$/.test(location))
    return;
  warn(
    context,
    "location",
    `a location is global or a region such as europe-west3, and not ${JSON.stringify(location)}`,
    GOOGLE,
  );
});

/** A data source talks to one service, and ignores endpoints of others. */
export function endpointRule(service: string): Rule {
  return about(["custom_endpoints"], (context) => {
    const endpoints = context.literal("custom_endpoints");
    if (!isObject(endpoints)) return;
    for (const key of Object.keys(endpoints)) {
      if (key === service) continue;
      context.report({
        summary: `the data source ignores custom_endpoints.${key}: it knows ${service}`,
        option: ["custom_endpoints", key],
        severity: "warning",
        code: "invalid-value",
      });
    }
  });
}
