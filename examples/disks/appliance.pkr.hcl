packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

source "googlecompute" "appliance" {
  project_id          = "loopbin"
  zone                = "europe-west3-a"
  machine_type        = "n2-standard-8"
  source_image_family = "debian-12"
  disk_size           = 20
  disk_type           = "pd-balanced"

  disk_attachment {
    volume_type    = "scratch"
    volume_size    = 375
    interface_type = "NVME"
  }

  disk_attachment {
    volume_type  = "pd-ssd"
    volume_size  = 50
    device_name  = "appliance"
    create_image = true
  }

  disk_attachment {
    source_volume   = "projects/loopbin/zones/europe-west3-a/disks/packages"
    attachment_mode = "READ_ONLY"
    device_name     = "packages"
  }

  image_name        = "appliance-{{timestamp}}"
  image_description = "The disk that debootstrap writes, not the one that the machine runs from"
  ssh_username      = "packer"
}

build {
  sources = ["source.googlecompute.appliance"]

  provisioner "shell" {
    env = {
      TARGET   = "/dev/disk/by-id/google-appliance"
      PACKAGES = "/dev/disk/by-id/google-packages"
    }
    script = "debootstrap.sh"
  }
}
