// The source image is looked up when the template is read, and a password comes from Secret Manager. The outputs of a
// data source are typed, and a local that they go into is sensitive like them.
import { text } from "@packwright/core";
import { data, source } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";

const base = data["googlecompute-image"]("base", {
  project_id: "debian-cloud",
  filters: "family=debian-12 AND architecture=X86_64",
  most_recent: true,
});

const license = data["googlecompute-secretsmanager"]("license", {
  project_id: "loopbin",
  name: "monitoring-license",
});

export default source
  .googlecompute("monitored", {
    project_id: "loopbin",
    zone: "europe-west3-a",
    source_image: base.name,
    source_image_project_id: ["debian-cloud"],
    image_name: "monitored-{{timestamp}}",
    image_description: text`Made from ${base.name} of ${base.creation_date}`,
    ssh_username: "packer",
  })
  .provision(shell({ script: "monitoring.sh", env: { LICENSE: license.payload } }));
