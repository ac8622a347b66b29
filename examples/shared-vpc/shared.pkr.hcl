packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

variable "project_id" {
  type    = string
  default = "loopbin-images"
}

source "googlecompute" "shared" {
  project_id              = var.project_id
  network_project_id      = "loopbin-network"
  subnetwork              = "builders-europe-west3"
  region                  = "europe-west3"
  zone                    = "europe-west3-b"
  machine_type            = "n2-standard-4"
  service_account_email   = "packer-machine@loopbin-images.iam.gserviceaccount.com"
  scopes                  = ["https://www.googleapis.com/auth/cloud-platform"]
  source_image_family     = "ubuntu-2404-lts-amd64"
  source_image_project_id = ["ubuntu-os-cloud"]
  image_name              = "shared-{{timestamp}}"
  image_family            = "shared"
  image_labels = {
    team    = "platform"
    network = "shared"
  }
  ssh_username = "packer"
}

build {
  sources = ["source.googlecompute.shared"]

  provisioner "shell" {
    script = "setup.sh"
  }
}
