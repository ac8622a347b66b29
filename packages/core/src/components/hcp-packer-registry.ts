import { z } from "zod";
import type { ComponentUse } from "../blocks/component-use.js";
import type { Input } from "../expressions/expr.js";
import type { ComponentDefinition } from "../plugin/component.js";
import { callSite } from "../diagnostics/site.js";
import { createUse } from "../plugin/create-use.js";
import { formSchema } from "../plugin/schemas.js";
import { excludes } from "../plugin/rule.js";

/** What HCP Packer's registry is told of the images of a build. */
export interface HcpPackerRegistryOptions {
  /** The bucket: 3 to 36 letters, digits and dashes. Without it, Packer takes HCP_PACKER_BUCKET_NAME, or the build's name. */
  readonly bucket_name?: Input<string>;
  /** At most 255 bytes. */
  readonly description?: Input<string>;
  /** Labels of the bucket. */
  readonly bucket_labels?: Input<Readonly<Record<string, string>>>;
  /** @deprecated Use `bucket_labels`. */
  readonly labels?: Input<Readonly<Record<string, string>>>;
  /** Labels of the build. */
  readonly build_labels?: Input<Readonly<Record<string, string>>>;
  /** The channels that the version is assigned to. */
  readonly channels?: Input<readonly string[]>;
}

const ONE_LABELS = "labels is the old name of bucket_labels: keep bucket_labels";

/** The block as a component, whose options Packer itself reads. */
export const hcpPackerRegistryDefinition: ComponentDefinition = /* @__PURE__ */ Object.freeze({
  kind: "hcp_packer_registry",
  type: "hcp_packer_registry",
  options: () =>
    z.strictObject({
      bucket_name: formSchema(/^[a-zA-Z0-9-]{3,36}$/, "3 to 36 letters, digits and dashes"),
      description: z.string().refine((text) => new TextEncoder().encode(text).length <= 255, {
        error: "may have at most 255 bytes",
      }),
      bucket_labels: z.record(z.string(), z.string()),
      labels: z.record(z.string(), z.string()),
      build_labels: z.record(z.string(), z.string()),
      channels: z.array(z.string()),
    }),
  deprecated: { labels: "Use bucket_labels." },
  rules: [excludes("bucket_labels", ["labels"], ONE_LABELS)],
});

/** `hcp_packer_registry { … }` */
export function hcpPackerRegistry(options: HcpPackerRegistryOptions, caller: unknown): ComponentUse {
  return { ...createUse(hcpPackerRegistryDefinition, options), site: callSite(caller) };
}
