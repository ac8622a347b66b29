packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

variable "project_id" {
  type = string
}

source "googlecompute" "portable" {
  project_id          = var.project_id
  zone                = "europe-west3-a"
  source_image_family = "debian-12"
  image_name          = "portable-{{timestamp}}"
  ssh_username        = "packer"
}

build {
  sources = ["source.googlecompute.portable"]

  provisioner "shell" {
    inline = ["sudo cloud-init clean --logs"]
  }

  post-processor "googlecompute-export" {
    paths = [
      "gs://loopbin-images/portable.tar.gz",
      "gs://loopbin-archive/portable.tar.gz",
    ]
    disk_size             = 200
    machine_type          = "n1-standard-4"
    service_account_email = "exporter@loopbin.iam.gserviceaccount.com"
    keep_input_artifact   = true
  }

  post-processor "manifest" {
    output = "packer-manifest.json"
  }
}
