packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.1.1"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

variable "project_id" {
  type        = string
  description = "Google Cloud Project ID"
  default     = "XXXXXX"
}

source "googlecompute" "nodejs-base" {
  project_id              = var.project_id
  source_image            = "ubuntu-minimal-2204-jammy-v20230523"
  zone                    = "europe-west3-a"
  machine_type            = "e2-medium"
  image_name              = "loop-node-18-ubuntu-minimal-2204"
  image_family            = "loop-ubuntu-2204"
  image_description       = "Loopbin organisation golden image for node 18 on ubuntu 22.04"
  image_storage_locations = ["eu"]
  image_labels = {
    packer  = "true"
    os      = "ubuntu"
    version = "22.04"
  }
  ssh_username = "root"
  disk_size    = "25"
}

build {
  sources = ["source.googlecompute.nodejs-base"]

  provisioner "shell" {
    inline = ["sudo apt-get update && sudo apt-get upgrade -y"]
  }

  provisioner "shell" {
    script = "setup.sh"
  }

  post-processor "manifest" {
    output = "packer-manifest.json"
  }
}
