packer {
  required_plugins {
    googlecompute = {
      version = ">= 1.2.8"
      source  = "github.com/hashicorp/googlecompute"
    }
    ansible = {
      version = ">= 1.1.0"
      source  = "github.com/hashicorp/ansible"
    }
  }
}

source "googlecompute" "web" {
  project_id              = "loopbin"
  zone                    = "europe-west3-a"
  source_image_family     = "rocky-linux-9"
  source_image_project_id = ["rocky-linux-cloud"]
  image_name              = "web-{{timestamp}}"
  ssh_username            = "packer"
}

build {
  sources = ["source.googlecompute.web"]

  provisioner "shell" {
    inline = ["sudo dnf install -y python3"]
  }

  provisioner "ansible" {
    playbook_file    = "site.yml"
    user             = "packer"
    use_proxy        = false
    groups           = ["web"]
    extra_arguments  = ["--become", "--extra-vars", "built_on=${build.ID}"]
    ansible_env_vars = ["ANSIBLE_HOST_KEY_CHECKING=False"]
  }
}
