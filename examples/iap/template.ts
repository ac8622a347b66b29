// A machine without an address of its own, which Packer reaches through Identity-Aware Proxy. Packer calls gcloud for
// that, and the network has to let 35.235.240.0/20 in at port 22.
import { variable } from "@packwright/core";
import { source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import { z } from "zod";

const projectId = variable("project_id", z.string().describe("The project that builds and keeps the image"));

export default source
  .googlecompute("private", {
    project_id: projectId,
    zone: "europe-west3-a",
    source_image_family: "debian-12",
    image_name: "private-{{timestamp}}",
    image_family: "private",
    subnetwork: "builders",
    use_iap: true,
    iap_tunnel_launch_wait: 30,
    omit_external_ip: true,
    use_internal_ip: true,
    tags: ["allow-iap-ssh"],
    ssh_username: "packer",
  })
  .provision(shell({ inline: ["sudo apt-get update", "sudo apt-get install -y nginx"] }));
