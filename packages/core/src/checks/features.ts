/**
 * What of Packer's language came after Packer 1.7.0, the first version with `required_plugins`, data sources and the blocks
 * that every template here is made of. Functions have their versions in the table of functions, components in their
 * definitions.
 *
 * @see https://github.com/hashicorp/packer/blob/main/CHANGELOG.md
 */
export const FEATURES = {
  dynamicInBuild: { what: "a dynamic block in a build", since: "1.7.1" },
  registryOfBuild: { what: "hcp_packer_registry", since: "1.7.5" },
  registryOfTemplate: { what: "hcp_packer_registry outside of a build", since: "1.13.0" },
  continueOnError: { what: "continue_on_error", since: "1.16.0" },
  optionalAttribute: { what: "optional() in the type of a variable", since: "1.16.0" },
} as const;
