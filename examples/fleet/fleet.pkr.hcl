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
  description = "The project that keeps the images"
}

variable "disk_size" {
  type    = number
  default = 20

  validation {
    condition     = floor(var.disk_size) == var.disk_size
    error_message = "The value of disk_size must be a whole number."
  }

  validation {
    condition     = var.disk_size >= 10
    error_message = "The value of disk_size must be at least 10."
  }
}

variable "license_key" {
  type      = string
  sensitive = true
}

source "googlecompute" "debian-11-base" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-11"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-11-base-{{timestamp}}"
  image_family            = "debian-11-base"
  image_labels = {
    os   = "debian-11"
    role = "base"
  }
  ssh_username = "packer"
}

source "googlecompute" "debian-12-base" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-12"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-12-base-{{timestamp}}"
  image_family            = "debian-12-base"
  image_labels = {
    os   = "debian-12"
    role = "base"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2204-base" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2204-lts"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2204-base-{{timestamp}}"
  image_family            = "ubuntu-2204-base"
  image_labels = {
    os   = "ubuntu-2204"
    role = "base"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2404-base" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2404-lts-amd64"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2404-base-{{timestamp}}"
  image_family            = "ubuntu-2404-base"
  image_labels = {
    os   = "ubuntu-2404"
    role = "base"
  }
  ssh_username = "packer"
}

source "googlecompute" "rocky-9-base" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "rocky-linux-9"
  source_image_project_id = ["rocky-linux-cloud"]
  disk_size               = var.disk_size
  image_name              = "rocky-9-base-{{timestamp}}"
  image_family            = "rocky-9-base"
  image_labels = {
    os   = "rocky-9"
    role = "base"
  }
  ssh_username = "packer"
}

source "googlecompute" "debian-11-web" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-11"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-11-web-{{timestamp}}"
  image_family            = "debian-11-web"
  image_labels = {
    os   = "debian-11"
    role = "web"
  }
  ssh_username = "packer"
}

source "googlecompute" "debian-12-web" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-12"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-12-web-{{timestamp}}"
  image_family            = "debian-12-web"
  image_labels = {
    os   = "debian-12"
    role = "web"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2204-web" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2204-lts"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2204-web-{{timestamp}}"
  image_family            = "ubuntu-2204-web"
  image_labels = {
    os   = "ubuntu-2204"
    role = "web"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2404-web" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2404-lts-amd64"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2404-web-{{timestamp}}"
  image_family            = "ubuntu-2404-web"
  image_labels = {
    os   = "ubuntu-2404"
    role = "web"
  }
  ssh_username = "packer"
}

source "googlecompute" "rocky-9-web" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "rocky-linux-9"
  source_image_project_id = ["rocky-linux-cloud"]
  disk_size               = var.disk_size
  image_name              = "rocky-9-web-{{timestamp}}"
  image_family            = "rocky-9-web"
  image_labels = {
    os   = "rocky-9"
    role = "web"
  }
  ssh_username = "packer"
}

source "googlecompute" "debian-11-database" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-11"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-11-database-{{timestamp}}"
  image_family            = "debian-11-database"
  image_labels = {
    os   = "debian-11"
    role = "database"
  }
  ssh_username = "packer"
}

source "googlecompute" "debian-12-database" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-12"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-12-database-{{timestamp}}"
  image_family            = "debian-12-database"
  image_labels = {
    os   = "debian-12"
    role = "database"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2204-database" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2204-lts"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2204-database-{{timestamp}}"
  image_family            = "ubuntu-2204-database"
  image_labels = {
    os   = "ubuntu-2204"
    role = "database"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2404-database" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2404-lts-amd64"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2404-database-{{timestamp}}"
  image_family            = "ubuntu-2404-database"
  image_labels = {
    os   = "ubuntu-2404"
    role = "database"
  }
  ssh_username = "packer"
}

source "googlecompute" "rocky-9-database" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "rocky-linux-9"
  source_image_project_id = ["rocky-linux-cloud"]
  disk_size               = var.disk_size
  image_name              = "rocky-9-database-{{timestamp}}"
  image_family            = "rocky-9-database"
  image_labels = {
    os   = "rocky-9"
    role = "database"
  }
  ssh_username = "packer"
}

source "googlecompute" "debian-11-ci" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-11"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-11-ci-{{timestamp}}"
  image_family            = "debian-11-ci"
  image_labels = {
    os   = "debian-11"
    role = "ci"
  }
  ssh_username = "packer"
}

source "googlecompute" "debian-12-ci" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "debian-12"
  source_image_project_id = ["debian-cloud"]
  disk_size               = var.disk_size
  image_name              = "debian-12-ci-{{timestamp}}"
  image_family            = "debian-12-ci"
  image_labels = {
    os   = "debian-12"
    role = "ci"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2204-ci" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2204-lts"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2204-ci-{{timestamp}}"
  image_family            = "ubuntu-2204-ci"
  image_labels = {
    os   = "ubuntu-2204"
    role = "ci"
  }
  ssh_username = "packer"
}

source "googlecompute" "ubuntu-2404-ci" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "ubuntu-2404-lts-amd64"
  source_image_project_id = ["ubuntu-os-cloud"]
  disk_size               = var.disk_size
  image_name              = "ubuntu-2404-ci-{{timestamp}}"
  image_family            = "ubuntu-2404-ci"
  image_labels = {
    os   = "ubuntu-2404"
    role = "ci"
  }
  ssh_username = "packer"
}

source "googlecompute" "rocky-9-ci" {
  project_id              = var.project_id
  zone                    = "europe-west3-a"
  source_image_family     = "rocky-linux-9"
  source_image_project_id = ["rocky-linux-cloud"]
  disk_size               = var.disk_size
  image_name              = "rocky-9-ci-{{timestamp}}"
  image_family            = "rocky-9-ci"
  image_labels = {
    os   = "rocky-9"
    role = "ci"
  }
  ssh_username = "packer"
}

build {
  name = "base"
  sources = [
    "source.googlecompute.debian-11-base",
    "source.googlecompute.debian-12-base",
    "source.googlecompute.ubuntu-2204-base",
    "source.googlecompute.ubuntu-2404-base",
    "source.googlecompute.rocky-9-base",
  ]

  provisioner "shell" {
    script = "scripts/base.sh"
  }

  post-processor "manifest" {
    output = "manifests/${source.name}.json"
  }
}

build {
  name = "web"
  sources = [
    "source.googlecompute.debian-11-web",
    "source.googlecompute.debian-12-web",
    "source.googlecompute.ubuntu-2204-web",
    "source.googlecompute.ubuntu-2404-web",
    "source.googlecompute.rocky-9-web",
  ]

  provisioner "shell" {
    script = "scripts/base.sh"
  }

  provisioner "shell" {
    script = "scripts/web.sh"
    env = {
      LICENSE_KEY = var.license_key
    }
  }

  post-processor "manifest" {
    output = "manifests/${source.name}.json"
  }
}

build {
  name = "database"
  sources = [
    "source.googlecompute.debian-11-database",
    "source.googlecompute.debian-12-database",
    "source.googlecompute.ubuntu-2204-database",
    "source.googlecompute.ubuntu-2404-database",
    "source.googlecompute.rocky-9-database",
  ]

  provisioner "shell" {
    script = "scripts/base.sh"
  }

  provisioner "shell" {
    script = "scripts/database.sh"
    env = {
      LICENSE_KEY = var.license_key
    }
  }

  post-processor "manifest" {
    output = "manifests/${source.name}.json"
  }
}

build {
  name = "ci"
  sources = [
    "source.googlecompute.debian-11-ci",
    "source.googlecompute.debian-12-ci",
    "source.googlecompute.ubuntu-2204-ci",
    "source.googlecompute.ubuntu-2404-ci",
    "source.googlecompute.rocky-9-ci",
  ]

  provisioner "shell" {
    script = "scripts/base.sh"
  }

  provisioner "shell" {
    script = "scripts/ci.sh"
    env = {
      LICENSE_KEY = var.license_key
    }
  }

  post-processor "manifest" {
    output = "manifests/${source.name}.json"
  }
}
