/** What every subject makes n times: the tutorial's source and its build with two provisioners. */
export const OPTIONS = {
  project_id: "loopbin",
  source_image: "ubuntu-minimal-2204-jammy-v20230523",
  zone: "europe-west3-a",
  machine_type: "e2-medium",
  image_name: "loop-node-18-ubuntu-minimal-2204",
  image_family: "loop-ubuntu-2204",
  image_description: "Loopbin organisation golden image for node 18 on ubuntu 22.04",
  image_storage_locations: ["eu"],
  ssh_username: "root",
  disk_size: 25,
};
export const LABELS = { packer: "true", os: "ubuntu", version: "2204" };
export const INLINE = ["sudo apt-get update && sudo apt-get upgrade -y"];
export const SCRIPT = "setup.sh";
