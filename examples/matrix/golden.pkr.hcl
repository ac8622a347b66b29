packer {
  required_version = ">= 1.10.0"

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

variable "token" {
  type      = string
  sensitive = true
}

source "googlecompute" "debian-12" {
  project_id          = var.project_id
  source_image_family = "debian-12"
  zone                = "us-central1-a"
  ssh_username        = "packer"
  image_name          = "golden-debian-12"
}

source "googlecompute" "ubuntu-2204-lts" {
  project_id          = var.project_id
  source_image_family = "ubuntu-2204-lts"
  zone                = "us-central1-a"
  ssh_username        = "packer"
  image_name          = "golden-ubuntu-2204-lts"
}

build {
  name    = "golden-debian-12"
  sources = ["source.googlecompute.debian-12"]

  provisioner "file" {
    source      = "files/sshd_config"
    destination = "/tmp/sshd_config"
  }

  provisioner "shell" {
    inline       = ["sudo mv /tmp/sshd_config /etc/ssh/sshd_config"]
    pause_before = "10s"
  }

  provisioner "shell" {
    script = "scripts/monitoring.sh"
    env = {
      TOKEN = var.token
    }
  }

  provisioner "shell" {
    inline = ["echo ${source.name} ${build.ID} on ${build.Host}"]
  }

  error-cleanup-provisioner "shell" {
    inline = ["sudo journalctl -b --no-pager"]
  }

  post-processor "manifest" {
    output     = "manifest.json"
    strip_path = true
  }
}

build {
  name    = "golden-ubuntu-2204-lts"
  sources = ["source.googlecompute.ubuntu-2204-lts"]

  provisioner "file" {
    source      = "files/sshd_config"
    destination = "/tmp/sshd_config"
  }

  provisioner "shell" {
    inline       = ["sudo mv /tmp/sshd_config /etc/ssh/sshd_config"]
    pause_before = "10s"
  }

  provisioner "shell" {
    inline = ["echo ${source.name} ${build.ID} on ${build.Host}"]
  }

  error-cleanup-provisioner "shell" {
    inline = ["sudo journalctl -b --no-pager"]
  }

  post-processor "manifest" {
    output     = "manifest.json"
    strip_path = true
  }
}
