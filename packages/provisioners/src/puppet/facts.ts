import { about, type Rule } from "@packwright/core";

/** Facts that the plugin sets itself, in the place of what the template says. */
const OWN = ["packer_build_name", "packer_builder_type"];

export const factsRule: Rule = /* @__PURE__ */ about(["facter"], (context) => {
  const facts = context.literal("facter");
  if (typeof facts !== "object" || facts === null) return;
  for (const name of OWN) {
    if (!Object.hasOwn(facts, name)) continue;
    context.report({
      summary: `facter sets ${name}, which Packer sets itself: leave it out`,
      option: ["facter", name],
      severity: "warning",
    });
  }
});
