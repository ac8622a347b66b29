packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

variable "project_id" {
  type        = string
  description = "The project that builds and keeps the image"
}

source "googlecompute" "private" {
  project_id             = var.project_id
  zone                   = "europe-west3-a"
  source_image_family    = "debian-12"
  image_name             = "private-{{timestamp}}"
  image_family           = "private"
  subnetwork             = "builders"
  use_iap                = true
  iap_tunnel_launch_wait = 30
  omit_external_ip       = true
  use_internal_ip        = true
  tags                   = ["allow-iap-ssh"]
  ssh_username           = "packer"
}

build {
  sources = ["source.googlecompute.private"]

  provisioner "shell" {
    inline = ["sudo apt-get update", "sudo apt-get install -y nginx"]
  }
}
