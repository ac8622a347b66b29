// Three disks beside the boot disk: a scratch disk to build on, a new disk that becomes the image in place of the boot
// disk, and one that exists already and is only read. The shape of a disk decides which options it has.
import { source, type CreatedDisk, type ExistingDisk, type ScratchDisk } from "@packwright/googlecompute";
import { shell } from "@packwright/provisioners";

const workspace: ScratchDisk = { volume_type: "scratch", volume_size: 375, interface_type: "NVME" };

const appliance: CreatedDisk = {
  volume_type: "pd-ssd",
  volume_size: 50,
  device_name: "appliance",
  create_image: true,
};

const packages: ExistingDisk = {
  source_volume: "projects/loopbin/zones/europe-west3-a/disks/packages",
  attachment_mode: "READ_ONLY",
  device_name: "packages",
};

export default source
  .googlecompute("appliance", {
    project_id: "loopbin",
    zone: "europe-west3-a",
    machine_type: "n2-standard-8",
    source_image_family: "debian-12",
    disk_size: 20,
    disk_type: "pd-balanced",
    disk_attachment: [workspace, appliance, packages],
    image_name: "appliance-{{timestamp}}",
    image_description: "The disk that debootstrap writes, not the one that the machine runs from",
    ssh_username: "packer",
  })
  .provision(
    shell({
      env: { TARGET: "/dev/disk/by-id/google-appliance", PACKAGES: "/dev/disk/by-id/google-packages" },
      script: "debootstrap.sh",
    }),
  );
