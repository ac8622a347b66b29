// An image that is copied to a bucket as well. The plugin deletes what it has exported unless it is told to keep it, so
// that the types ask which is meant.
import { variable } from "@packwright/core";
import { googlecomputeExport, source } from "@packwright/googlecompute";
import { manifest } from "@packwright/post-processors";
import { shell } from "@packwright/provisioners";
import { z } from "zod";

const projectId = variable("project_id", z.string());

export default source
  .googlecompute("portable", {
    project_id: projectId,
    zone: "europe-west3-a",
    source_image_family: "debian-12",
    image_name: "portable-{{timestamp}}",
    ssh_username: "packer",
  })
  .provision(shell({ inline: ["sudo cloud-init clean --logs"] }))
  .postProcess(
    googlecomputeExport({
      paths: ["gs://loopbin-images/portable.tar.gz", "gs://loopbin-archive/portable.tar.gz"],
      disk_size: 200,
      machine_type: "n1-standard-4",
      service_account_email: "exporter@loopbin.iam.gserviceaccount.com",
      keep_input_artifact: true,
    }),
  )
  .postProcess(manifest({ output: "packer-manifest.json" }));
