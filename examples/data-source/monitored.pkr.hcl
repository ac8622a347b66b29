packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

data "googlecompute-image" "base" {
  project_id  = "debian-cloud"
  filters     = "family=debian-12 AND architecture=X86_64"
  most_recent = true
}

data "googlecompute-secretsmanager" "license" {
  project_id = "loopbin"
  name       = "monitoring-license"
}

source "googlecompute" "monitored" {
  project_id              = "loopbin"
  zone                    = "europe-west3-a"
  source_image            = data.googlecompute-image.base.name
  source_image_project_id = ["debian-cloud"]
  image_name              = "monitored-{{timestamp}}"
  image_description       = "Made from ${data.googlecompute-image.base.name} of ${data.googlecompute-image.base.creation_date}"
  ssh_username            = "packer"
}

build {
  sources = ["source.googlecompute.monitored"]

  provisioner "shell" {
    script = "monitoring.sh"
    env = {
      LICENSE = data.googlecompute-secretsmanager.license.payload
    }
  }
}
