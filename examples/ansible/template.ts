// Ansible runs where Packer runs, and configures the machine over SSH without Packer's proxy in between.
import { text } from "@packwright/core";
import { source } from "@packwright/googlecompute";
import { ansible, shell } from "@packwright/provisioners";

export default source
  .googlecompute("web", {
    project_id: "loopbin",
    zone: "europe-west3-a",
    source_image_family: "rocky-linux-9",
    source_image_project_id: ["rocky-linux-cloud"],
    image_name: "web-{{timestamp}}",
    ssh_username: "packer",
  })
  .provision(shell({ inline: ["sudo dnf install -y python3"] }), ({ build }) =>
    ansible({
      playbook_file: "site.yml",
      user: "packer",
      use_proxy: false,
      groups: ["web"],
      extra_arguments: ["--become", "--extra-vars", text`built_on=${build.ID}`],
      ansible_env_vars: ["ANSIBLE_HOST_KEY_CHECKING=False"],
    }),
  );
