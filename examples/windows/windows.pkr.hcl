packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
  }
}

source "googlecompute" "windows" {
  project_id          = "loopbin"
  zone                = "europe-west3-a"
  source_image_family = "windows-2022"
  communicator        = "winrm"
  winrm_username      = "packer"
  winrm_insecure      = true
  winrm_use_ssl       = true
  metadata = {
    sysprep-specialize-script-cmd = "winrm quickconfig -quiet"
  }

  disk_attachment {
    volume_type = "pd-ssd"
    volume_size = 100
  }

  enable_vtpm                 = true
  enable_integrity_monitoring = true
}

build {
  sources = ["source.googlecompute.windows"]

  provisioner "powershell" {
    script            = "setup.ps1"
    elevated_user     = "packer"
    elevated_password = "secret"
  }

  provisioner "windows-restart" {
    restart_timeout = "15m"
  }

  provisioner "breakpoint" {
    note    = "look around"
    disable = true
  }
}
