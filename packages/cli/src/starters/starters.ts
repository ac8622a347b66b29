/** The beginning of a project: its template, and other files that the template needs. */
export interface Starter {
  /** What it makes, as a person reads it. */
  readonly about: string;
  /** The packages that it imports. */
  readonly packages: readonly string[];
  /** The text of the template. */
  readonly template: (name: string) => string;
  /** Other files, by their path from the template. */
  readonly files?: Readonly<Record<string, string>>;
}

const GOOGLE: Starter = {
  about: "an image of Google Compute Engine",
  packages: ["@packwright/googlecompute", "@packwright/provisioners"],
  template: (name) => `import { variable } from "@packwright/core";
import { source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import { z } from "zod";

const projectId = variable("project_id", z.string().describe("Google Cloud project ID"));

export default source
  .googlecompute("${name}", {
    project_id: projectId,
    zone: "europe-west3-a",
    source_image_family: "debian-12",
    ssh_username: "packer",
    image_family: "${name}",
  })
  .provision(shell({ inline: ["sudo apt-get update", "sudo apt-get upgrade -y"] }));
`,
};

const NULL: Starter = {
  about: "no image: steps on this machine, for trying things out",
  packages: ["@packwright/provisioners"],
  template: (name) => `import { source } from "@packwright/core";
import { shellLocal } from "@packwright/provisioners";

export default source
  .null("${name}", { communicator: "none" })
  .provision(shellLocal({ inline: ["echo hello"] }));
`,
};

/** Bindings of a plugin that has none of its own yet: the options that the template uses, and those that usually follow. */
const bindings = (
  plugin: string,
  version: string,
  options: readonly string[],
  required: readonly string[],
) => {
  const type = `${plugin.charAt(0).toUpperCase()}${plugin.slice(1)}`;
  const kinds = options.map((option) => option.split(": ") as [string, string]);
  const input: Readonly<Record<string, string>> = {
    "z.string()": "string",
    "z.boolean()": "boolean",
    "z.array(z.string())": "string[]",
  };
  return `import { definePlugin, defineSource, type Identifier, type Input, type Plugin, type Source } from "@packwright/core";
import { z } from "zod";

/** The options of the ${plugin} builder that this project uses; add others as you need them. */
interface ${type}Options {
${kinds.map(([name, kind]) => `  readonly ${name}${required.includes(name) ? "" : "?"}: Input<${input[kind] ?? "string"}>;`).join("\n")}
}

interface ${type}Source {
  ${plugin}<const N extends string>(
    label: Identifier<N>,
    options: ${type}Options,
  ): Source<"${plugin}", N, ${type}Options>;
}

export const ${plugin}: Plugin<{ readonly source: ${type}Source }> = definePlugin({
  name: "${plugin}",
  source: "github.com/hashicorp/${plugin}",
  bindings: ">= ${version}",
  components: (plugin) => ({
    source: {
      ${plugin}: defineSource({
        type: "${plugin}",
        plugin,
        options: () =>
          z
            .strictObject({
${kinds.map(([name, kind]) => `              ${name}: ${kind},`).join("\n")}
            })
            .partial(),
        required: [${required.map((name) => `"${name}"`).join(", ")}],
      }),
    },
  }),
});
`;
};

const DOCKER: Starter = {
  about: "a Docker image",
  packages: ["@packwright/provisioners", "@packwright/post-processors"],
  template: (name) => `import { plugins } from "@packwright/core";
import { shell } from "@packwright/provisioners";
import { docker } from "./plugins/docker.js";

const { source } = plugins(docker({ version: ">= 1.1.0" }));

export default source
  .docker("${name}", { image: "debian:12", commit: true })
  .provision(shell({ inline: ["apt-get update", "apt-get upgrade -y"] }));
`,
  files: {
    "plugins/docker.ts": bindings(
      "docker",
      "1.1.0",
      [
        "image: z.string()",
        "commit: z.boolean()",
        "export_path: z.string()",
        "pull: z.boolean()",
        "privileged: z.boolean()",
        "changes: z.array(z.string())",
      ],
      ["image"],
    ),
  },
};

const QEMU: Starter = {
  about: "a disk image for QEMU and KVM",
  packages: ["@packwright/provisioners"],
  template: (name) => `import { plugins } from "@packwright/core";
import { shell } from "@packwright/provisioners";
import { qemu } from "./plugins/qemu.js";

const { source } = plugins(qemu({ version: ">= 1.1.0" }));

export default source
  .qemu("${name}", {
    iso_url: "https://cloud.debian.org/images/cloud/bookworm/latest/debian-12-generic-amd64.qcow2",
    iso_checksum: "file:https://cloud.debian.org/images/cloud/bookworm/latest/SHA512SUMS",
    disk_image: true,
    accelerator: "kvm",
    headless: true,
    output_directory: "output",
    ssh_username: "debian",
    ssh_timeout: "10m",
    shutdown_command: "sudo shutdown -P now",
  })
  .provision(shell({ inline: ["sudo apt-get update", "sudo apt-get upgrade -y"] }));
`,
  files: {
    "plugins/qemu.ts": bindings(
      "qemu",
      "1.1.0",
      [
        "iso_url: z.string()",
        "iso_checksum: z.string()",
        "disk_image: z.boolean()",
        "disk_size: z.string()",
        "accelerator: z.string()",
        "headless: z.boolean()",
        "output_directory: z.string()",
        "ssh_username: z.string()",
        "ssh_password: z.string()",
        "ssh_timeout: z.string()",
        "shutdown_command: z.string()",
      ],
      ["iso_url", "iso_checksum"],
    ),
  },
};

/** What `packwright new --starter` can begin with. */
export const STARTERS: Readonly<Record<string, Starter>> = {
  googlecompute: GOOGLE,
  docker: DOCKER,
  qemu: QEMU,
  null: NULL,
};
