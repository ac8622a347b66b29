import { about, type Rule } from "@packwright/core";
import { isResourceName, RESOURCE_NAME_FORM } from "../source/formats.js";
import { warn } from "./google.js";
import { knownText } from "./values.js";

const NAMES =
  "Google refuses it: https://cloud.google.com/compute/docs/naming-resources#resource-name-format";

/** Names of the machine and its boot disk, and of the family to start from. */
export const namesRule: Rule = about(["instance_name", "disk_name", "source_image_family"], (context) => {
  for (const option of ["instance_name", "disk_name", "source_image_family"]) {
    const name = knownText(context.literal(option));
    if (name === undefined || isResourceName(name)) continue;
    warn(context, option, `${option} has to be ${RESOURCE_NAME_FORM}`, NAMES);
  }
});

/** Network tags have the form of names. */
export const tagsRule: Rule = about(["tags"], (context) => {
  const tags = context.literal("tags");
  if (!Array.isArray(tags)) return;
  const source = "Google says so: https://cloud.google.com/vpc/docs/add-remove-network-tags#restrictions";
  if (tags.length > 64) warn(context, "tags", "a machine has at most 64 network tags", source);
  for (const [at, tag] of tags.entries()) {
    const text = knownText(tag);
    if (text === undefined || isResourceName(text)) continue;
    warn(context, ["tags", at], `a network tag has to be ${RESOURCE_NAME_FORM}`, source);
  }
});

const PROJECT = /^(?:[a-z][-a-z0-9.]*[a-z0-9]:)?[a-z][-a-z0-9]{4,28}[a-z0-9]$/;
const PROJECTS = ["project_id", "image_project_id", "network_project_id"];

/** Projects are named by their ids. */
export const projectsRule: Rule = about([...PROJECTS, "source_image_project_id"], (context) => {
  const check = (value: unknown, option: string | readonly (string | number)[]): void => {
    const text = knownText(value);
    // The number of a project, and placeholders in capitals, are not ids that somebody mistyped.
    if (text === undefined || !/[/\s_]/.test(text) || PROJECT.test(text)) return;
    warn(
      context,
      option,
      `${JSON.stringify(text)} is no id of a project, such as my-project-1234`,
      "Google refuses it: https://cloud.google.com/resource-manager/docs/creating-managing-projects#before_you_begin",
    );
  };
  for (const option of PROJECTS) check(context.literal(option), option);
  const list = context.literal("source_image_project_id");
  if (Array.isArray(list))
    list.forEach((project, at) => {
      check(project, ["source_image_project_id", at]);
    });
});

/** The reserved address is looked up by its name. */
export const addressRule: Rule = about(["address"], (context) => {
  const address = knownText(context.literal("address"));
  if (address === undefined || isResourceName(address)) return;
  warn(
    context,
    "address",
    `address is ${JSON.stringify(address)}: it is the name of a reserved address, not the address itself`,
    "the plugin looks the name up in the zone's region and does not find it.",
  );
});
