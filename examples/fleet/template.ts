// Twenty images from one program: five distributions, each for four purposes.
import { build, template, text, variable } from "@packwright/core";
import { source } from "@packwright/googlecompute";
import { manifest } from "@packwright/post-processors";
import { shell } from "@packwright/provisioners";
import { z } from "zod";

const projectId = variable("project_id", z.string().describe("The project that keeps the images"));
const diskSize = variable("disk_size", z.int().min(10).default(20));
const licenseKey = variable("license_key", z.string(), { sensitive: true });

const systems = [
  { name: "debian-11", family: "debian-11", from: "debian-cloud" },
  { name: "debian-12", family: "debian-12", from: "debian-cloud" },
  { name: "ubuntu-2204", family: "ubuntu-2204-lts", from: "ubuntu-os-cloud" },
  { name: "ubuntu-2404", family: "ubuntu-2404-lts-amd64", from: "ubuntu-os-cloud" },
  { name: "rocky-9", family: "rocky-linux-9", from: "rocky-linux-cloud" },
] as const;
const roles = ["base", "web", "database", "ci"] as const;

const images = roles.map((role) => {
  const sources = systems.map(({ name, family, from }) =>
    source.googlecompute(`${name}-${role}`, {
      project_id: projectId,
      zone: "europe-west3-a",
      source_image_family: family,
      source_image_project_id: [from],
      disk_size: diskSize,
      image_name: `${name}-${role}-{{timestamp}}`,
      image_family: `${name}-${role}`,
      image_labels: { os: name, role },
      ssh_username: "packer",
    }),
  );
  return (
    build(sources, { name: role })
      .provision(
        shell({ script: "scripts/base.sh" }),
        role !== "base" && shell({ script: `scripts/${role}.sh`, env: { LICENSE_KEY: licenseKey } }),
      )
      // The images are built beside each other, so that each has a manifest of its own.
      .postProcess(({ source }) => manifest({ output: text`manifests/${source.name}.json` }))
  );
});

export default template(images);
