import type { Body } from "@packwright/hcl";
import { isAtLeast, type PackerVersion } from "./version.js";

/** A block that not every version reads: where it stands and the first version that does. */
interface Feature {
  readonly parent: string | undefined;
  readonly block: string;
  readonly since: string;
}

const FEATURES: readonly Feature[] = [
  { parent: undefined, block: "data", since: "1.7.0" },
  { parent: undefined, block: "local", since: "1.7.0" },
  { parent: undefined, block: "hcp_packer_registry", since: "1.12.1" },
  { parent: "packer", block: "required_plugins", since: "1.7.0" },
  { parent: "build", block: "error-cleanup-provisioner", since: "1.7.0" },
  { parent: "build", block: "hcp_packer_registry", since: "1.7.7" },
];

/** What a template in HCL has that a version cannot read: one sentence each. */
export function lackingBlocks(body: Body, version: PackerVersion): readonly string[] {
  const found = new Set<string>();
  const look = (where: Body, parent: string | undefined): void => {
    for (const item of where.items) {
      if (item.kind !== "block") continue;
      const feature = FEATURES.find((each) => each.parent === parent && each.block === item.type);
      if (feature !== undefined && !isAtLeast(version, feature.since)) {
        const place = parent === undefined ? "" : ` in ${parent}`;
        found.add(`${item.type} blocks${place} need Packer ${feature.since} or later`);
      }
      if (parent === undefined) look(item.body, item.type);
    }
  };
  look(body, undefined);
  return [...found];
}

/** The first version that installs plugins, and reads which ones a template requires. */
export const INIT_SINCE = "1.7.0";
