import type { TemplateRule } from "../check-template.js";
import { reporter } from "../report.js";

/** A template has one registry, and then one build. Packer finds out when it builds. */
export const hcpPackerRegistryRule: TemplateRule = ({ collected, site }, findings) => {
  const { builds, registry } = collected;
  const all = [
    ...(registry === undefined ? [] : [{ path: "hcp_packer_registry", use: registry }]),
    ...builds.flatMap(({ block }, at) =>
      block.registry === undefined
        ? []
        : [{ path: `build[${String(at)}].hcp_packer_registry`, use: block.registry }],
    ),
  ];
  const [first, ...more] = all;
  if (first === undefined) return;
  for (const { path, use } of more) {
    reporter(
      findings,
      path,
      use.site ?? site,
    )({
      code: "bad-registry",
      summary: "a template has one hcp_packer_registry",
      detail: `The first is ${first.path}; keep one of them.`,
    });
  }
  if (builds.length > 1) {
    reporter(
      findings,
      first.path,
      first.use.site ?? site,
    )({
      code: "bad-registry",
      summary: `a template with a registry has one build, and this one has ${String(builds.length)}`,
      detail: "Put all sources into one build, or write a template for each build.",
    });
  }
};
