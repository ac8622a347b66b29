// A machine in a service project, in a subnetwork that the host project of a Shared VPC lends it.
import { variable } from "@packwright/core";
import { source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";
import { z } from "zod";

const projectId = variable("project_id", z.string().default("loopbin-images"));
const builder = "packer-machine@loopbin-images.iam.gserviceaccount.com";

export default source
  .googlecompute("shared", {
    project_id: projectId,
    network_project_id: "loopbin-network",
    subnetwork: "builders-europe-west3",
    region: "europe-west3",
    zone: "europe-west3-b",
    machine_type: "n2-standard-4",
    service_account_email: builder,
    scopes: ["https://www.googleapis.com/auth/cloud-platform"],
    source_image_family: "ubuntu-2404-lts-amd64",
    source_image_project_id: ["ubuntu-os-cloud"],
    image_name: "shared-{{timestamp}}",
    image_family: "shared",
    image_labels: { team: "platform", network: "shared" },
    ssh_username: "packer",
  })
  .provision(shell({ script: "setup.sh" }));
