import type { ComponentKind } from "../plugin/component.js";

/** What Packer 1.16 itself contains, by kind. */
export const CORE_TYPES: Readonly<Record<ComponentKind, readonly string[]>> = {
  source: ["null", "file"],
  data: [
    "null",
    "http",
    "hcp-packer-version",
    "hcp-packer-artifact",
    "hcp-packer-image",
    "hcp-packer-iteration",
  ],
  provisioner: [
    ...["breakpoint", "file", "hcp-sbom", "powershell", "shell", "shell-local", "sleep"],
    ...["windows-restart", "windows-shell"],
  ],
  "post-processor": ["artifice", "checksum", "compress", "manifest", "provenance", "shell-local"],
  hcp_packer_registry: [],
};

/**
 * Plugins that Packer contained before it fetched them, so that old templates use them without asking for them; the
 * first words of their components' types.
 */
export const BUNDLED_BEFORE: readonly string[] = [
  ...["alicloud", "amazon", "ansible", "azure", "chef", "cloudstack", "converge", "digitalocean", "docker"],
  ...[
    "exoscale",
    "googlecompute",
    "hcloud",
    "hyperone",
    "hyperv",
    "inspec",
    "jdcloud",
    "linode",
    "lxc",
    "lxd",
  ],
  ...[
    "ncloud",
    "oneandone",
    "openstack",
    "oracle",
    "osc",
    "outscale",
    "parallels",
    "profitbricks",
    "proxmox",
  ],
  ...["puppet", "qemu", "salt", "scaleway", "tencentcloud", "triton", "ucloud", "vagrant", "virtualbox"],
  ...["vmware", "vsphere", "yandex"],
];
