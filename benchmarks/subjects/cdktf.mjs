import { synthesize } from "./cdktf-app.mjs";
import { peer } from "./peers.mjs";
import { INLINE, LABELS, OPTIONS, SCRIPT } from "./tutorial-unit.mjs";

const { ComputeImage } = peer("@cdktf/provider-google/lib/compute-image");
const { ComputeInstance } = peer("@cdktf/provider-google/lib/compute-instance");
const { GoogleProvider } = peer("@cdktf/provider-google/lib/provider");

/**
 * As many resources as the other subjects have blocks, of the typed bindings with which people use the library: for a
 * source the machine with its provisioners, for a build the image that is made of its disk.
 */
export function generate(n) {
  return synthesize((stack) => {
    new GoogleProvider(stack, "google", {});
    for (let i = 0; i < n; i++) {
      const machine = new ComputeInstance(stack, `machine-${i}`, {
        name: `image-${i}`,
        project: OPTIONS.project_id,
        zone: OPTIONS.zone,
        machineType: OPTIONS.machine_type,
        bootDisk: { initializeParams: { image: OPTIONS.source_image, size: OPTIONS.disk_size } },
        networkInterface: [{ network: "default" }],
        provisioners: [
          { type: "remote-exec", inline: INLINE },
          { type: "remote-exec", script: SCRIPT },
        ],
      });
      new ComputeImage(stack, `image-${i}`, {
        name: OPTIONS.image_name,
        family: OPTIONS.image_family,
        description: OPTIONS.image_description,
        storageLocations: OPTIONS.image_storage_locations,
        labels: LABELS,
        sourceDisk: machine.bootDisk.source,
      });
    }
  });
}
