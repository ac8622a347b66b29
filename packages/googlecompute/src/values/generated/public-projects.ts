// Generated from fixtures/facts by `pnpm generate`. Do not edit.

/** Projects with Google's public images, which everybody may use. */
export const PUBLIC_PROJECTS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "almalinux-cloud",
  "centos-cloud",
  "cloud-hpc-image-public",
  "cos-cloud",
  "debian-cloud",
  "fedora-cloud",
  "fedora-coreos-cloud",
  "freebsd-org-cloud-dev",
  "gce-uefi-images",
  "opensuse-cloud",
  "oracle-linux-cloud",
  "rhel-cloud",
  "rhel-sap-cloud",
  "rocky-linux-cloud",
  "suse-cloud",
  "suse-sap-cloud",
  "ubuntu-os-cloud",
  "ubuntu-os-pro-cloud",
  "windows-cloud",
  "windows-sql-cloud",
]);
