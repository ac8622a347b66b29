import { parse } from "@packwright/hcl";
import { expect, it } from "vitest";
import { blockPathAt } from "./block-path.js";

const file = parse(`variable "a" {
  type = string
}
build {
  sources = ["null.a"]
  provisioner "shell" {
    inline = ["a"]
  }
  dynamic "provisioner" {
    labels = ["shell"]
  }
  error-cleanup-provisioner "shell" {
    inline = ["b"]
  }
  post-processors {
    post-processor "compress" {
    }
    post-processor "manifest" {
      output = 1
    }
  }
  post-processor "manifest" {
  }
}

build {
  provisioner "file" {
  }
}
`);

it.each([
  [2, "variable.a"],
  [5, "build[0]"],
  [7, "build[0].provisioner[0].shell"],
  [10, "build[0].provisioner[1]"],
  [13, "build[0].error-cleanup-provisioner.shell"],
  [15, "build[0].post-processor[0]"],
  [19, "build[0].post-processor[0][1].manifest"],
  [22, "build[0].post-processor[1].manifest"],
  [24, "build[0]"],
  [25, undefined],
  [27, "build[1].provisioner[0].file"],
])("line %d is in %s, as diagnostics of templates would name it", (line, path) => {
  expect(blockPathAt(file, line)).toBe(path);
});
